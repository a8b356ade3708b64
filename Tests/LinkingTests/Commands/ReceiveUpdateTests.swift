import Linking
import Testing

struct ReceiveUpdateTests {
    private static let actions: [ChatAction] = [
        .none, .start(.none), .start(.unrecognised), .start(.token(Samples.id(1), Samples.hash(1))), .help, .status,
        .stop, .unreachable(reason: "blocked"), .reachable, .migrated(to: Samples.supergroup),
        .migratedFrom(Samples.group.id),
    ]

    @Test(arguments: actions)
    func `an update seen before changes nothing`(action: ChatAction) throws {
        var scene = UpdateScene(action)
        scene.facts = ReceiveUpdate.Facts(seen: true, token: Samples.token(), linksInChat: [Samples.link()])
        let decision = try scene.decide()
        #expect(decision.events.isEmpty)
        #expect(decision.answer == .duplicate)
    }

    @Test(arguments: actions)
    func `an update without a chat is recorded and no more`(action: ChatAction) throws {
        var scene = UpdateScene(action, in: nil)
        scene.facts.linksInChat = [Samples.link()]
        let decision = try scene.decide()
        #expect(decision.events == [ProposedEvent(.updateReceived(scene.update))])
        #expect(decision.answer == .recorded)
    }

    @Test(arguments: actions)
    func `the update comes first and causes the rest`(action: ChatAction) throws {
        var scene = UpdateScene(action)
        scene.facts.linksInChat = [Samples.link()]
        let events = try scene.decide().events
        #expect(events.first == ProposedEvent(.updateReceived(scene.update)))
        #expect(events.dropFirst().allSatisfy { $0.cause == .first })
    }

    @Test func `an update of no concern is recorded`() throws {
        #expect(try UpdateScene(.none).effects().isEmpty)
    }

    @Test(arguments: [Samples.privateChat, Samples.group, Samples.channel])
    func `help is given in every kind of chat`(chat: Chat) throws {
        let scene = UpdateScene(.help, in: chat)
        #expect(try scene.effects() == [scene.reply(.help)])
    }

    @Test func `status lists the chat's links`() throws {
        var scene = UpdateScene(.status)
        #expect(try scene.effects() == [scene.reply(.statusNotLinked)])
        scene.facts.linksInChat = [Samples.link()]
        #expect(try scene.effects() == [scene.reply(.statusLinked([Samples.link()]))])
    }

    @Test func `stop revokes the chat's links, active or suspended`() throws {
        let links = [
            Samples.link(11, chat: Samples.group),
            Samples.link(12, user: Samples.bob, chat: Samples.group, state: .suspended(reason: "kicked")),
        ]
        var scene = UpdateScene(.stop, in: Samples.group)
        scene.facts.linksInChat = links
        #expect(
            try scene.effects()
                == links.map { .linkRevoked(Samples.changed($0, "user")) } + [scene.reply(.stopped)])
    }

    @Test func `stop without a link says so`() throws {
        let scene = UpdateScene(.stop)
        #expect(try scene.effects() == [scene.reply(.nothingToStop)])
    }

    @Test func `a chat out of reach suspends its active links, silently`() throws {
        let active = Samples.link(11)
        var scene = UpdateScene(.unreachable(reason: "blocked"))
        scene.facts.linksInChat = [active, Samples.link(12, state: .suspended(reason: "kicked"))]
        #expect(try scene.effects() == [.linkSuspended(Samples.changed(active, "blocked"))])
    }

    @Test func `a chat in reach again resumes its suspended links, silently`() throws {
        let suspended = Samples.link(12, state: .suspended(reason: "blocked"))
        var scene = UpdateScene(.reachable)
        scene.facts.linksInChat = [Samples.link(11), suspended]
        #expect(try scene.effects() == [.linkResumed(Samples.changed(suspended, "reachable"))])
    }

    @Test func `a reply is not added to twenty that wait`() throws {
        var scene = UpdateScene(.status)
        scene.facts.repliesWaitingInChat = 19
        #expect(try scene.effects() == [scene.reply(.statusNotLinked)])
        scene.facts.repliesWaitingInChat = 20
        #expect(try scene.effects().isEmpty)
    }

    @Test func `what was asked happens even where no reply can be added`() throws {
        var scene = UpdateScene(.stop)
        scene.facts = ReceiveUpdate.Facts(seen: false, linksInChat: [Samples.link()], repliesWaitingInChat: 20)
        #expect(try scene.effects() == [.linkRevoked(Samples.changed(Samples.link(), "user"))])
    }

    @Test func `a reply stays in its topic`() throws {
        var topic = Samples.group
        topic.threadID = 8
        guard case .notificationRequested(let reply) = try UpdateScene(.help, in: topic).effects().first else {
            Issue.record("no reply")
            return
        }
        #expect(reply.threadID == 8)
        #expect(reply.lane == .urgent)
        #expect(reply.kind == .reply)
    }

    @Test func `a reply that the operator emptied is not sent`() throws {
        var scene = UpdateScene(.help)
        scene.replies = Replies(overrides: ["en": ["help": ""]])
        #expect(try scene.effects().isEmpty)
    }
}
