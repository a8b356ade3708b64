import Linking
import Testing

struct ReceiveBareStartTests {
    private let url = "https://app.example.com/telegram?code=abc"

    private func scene(_ action: ChatAction = .start(.none), in chat: Chat = Samples.privateChat) -> UpdateScene {
        var scene = UpdateScene(action, in: chat)
        scene.confirmURL = self.url
        return scene
    }

    private let requested = Event.registrationRequested(
        RegistrationRequested(
            codeID: Samples.fresh.codeID, codeHash: Samples.fresh.codeHash,
            expiresAt: Samples.now.adding(seconds: 900), chat: Samples.privateChat))

    @Test func `start alone gives help`() throws {
        let scene = UpdateScene(.start(.none))
        #expect(try scene.effects() == [scene.reply(.help)])
    }

    @Test(arguments: [ChatAction.start(.none), .help])
    func `start alone and help give a confirmation link where bot-first is on`(action: ChatAction) throws {
        let scene = self.scene(action)
        #expect(try scene.effects() == [self.requested, scene.reply(.helpWithLink(url: self.url))])
    }

    @Test func `the confirmation link stands in the reply`() throws {
        guard case .notificationRequested(let reply) = try self.scene().effects().last else {
            Issue.record("no reply")
            return
        }
        #expect(reply.message.text.contains(self.url))
        #expect(reply.message.disablePreview)
    }

    @Test func `a linked chat is told that it is`() throws {
        var scene = self.scene()
        scene.facts.linksInChat = [Samples.link()]
        #expect(try scene.effects() == [self.requested, scene.reply(.linkedWithLink(url: self.url))])
    }

    @Test func `start alone resumes suspended links`() throws {
        let link = Samples.link(state: .suspended(reason: "blocked"))
        var scene = UpdateScene(.start(.none))
        scene.facts.linksInChat = [link]
        #expect(try scene.effects() == [.linkResumed(Samples.changed(link, "start")), scene.reply(.help)])
    }

    @Test(arguments: [Samples.group, Samples.channel])
    func `a confirmation link is given in private chats alone`(chat: Chat) throws {
        let scene = self.scene(in: chat)
        #expect(try scene.effects() == [scene.reply(.help)])
    }

    @Test func `a chat gets five codes at a time`() throws {
        var scene = self.scene()
        scene.facts.codesInChat = 4
        #expect(try scene.effects().first == self.requested)
        scene.facts.codesInChat = 5
        #expect(try scene.effects() == [scene.reply(.tooManyCodes)])
        scene.action = .help
        #expect(try scene.effects() == [scene.reply(.help)])
    }

    @Test func `all chats together get ten thousand`() throws {
        var scene = self.scene()
        scene.facts.openCodesInAll = 9_999
        #expect(try scene.effects().first == self.requested)
        scene.facts.openCodesInAll = 10_000
        #expect(try scene.effects() == [scene.reply(.tooManyCodes)])
    }

    @Test func `a code that cannot be told is not made`() throws {
        var scene = self.scene()
        scene.facts.repliesWaitingInChat = 20
        #expect(try scene.effects().isEmpty)
    }
}
