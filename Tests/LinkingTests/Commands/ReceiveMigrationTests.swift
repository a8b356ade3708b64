import Linking
import Testing

struct ReceiveMigrationTests {
    private let links = [
        Samples.link(11, chat: Samples.group),
        Samples.link(12, user: Samples.bob, chat: Samples.group, state: .suspended(reason: "kicked")),
    ]

    private func moved(_ link: Link) -> Event {
        .linkMigrated(
            LinkMigrated(
                linkID: link.id, userID: link.userID, fromChatID: Samples.group.id, chatID: Samples.supergroup))
    }

    @Test func `links move when the old chat tells where it went`() throws {
        var scene = UpdateScene(.migrated(to: Samples.supergroup), in: Samples.group)
        scene.facts.linksInChat = self.links
        #expect(try scene.effects() == self.links.map(self.moved))
    }

    @Test func `links move when the new chat tells whence it came`() throws {
        let new = Chat(id: Samples.supergroup, type: "supergroup", title: "Ops")
        var scene = UpdateScene(.migratedFrom(Samples.group.id), in: new)
        scene.facts.linksInChat = self.links
        #expect(try scene.effects() == self.links.map(self.moved))
    }

    @Test func `the second of the two messages finds nothing to move`() throws {
        let new = Chat(id: Samples.supergroup, type: "supergroup", title: "Ops")
        #expect(try UpdateScene(.migratedFrom(Samples.group.id), in: new).effects().isEmpty)
    }

    @Test func `a user who linked the supergroup already keeps that link alone`() throws {
        var newer = Samples.link(13)
        newer.chatID = Samples.supergroup
        var scene = UpdateScene(.migrated(to: Samples.supergroup), in: Samples.group)
        scene.facts.linksInChat = self.links
        scene.facts.linksInNewChat = [newer]
        #expect(
            try scene.effects() == [
                .linkRevoked(Samples.changed(self.links[0], "replaced")), self.moved(self.links[1]),
            ])
    }

    @Test func `a link that is in the new chat already stays as it is`() throws {
        var link = Samples.link(11, chat: Samples.group)
        link.chatID = Samples.supergroup
        var scene = UpdateScene(.migrated(to: Samples.supergroup), in: Samples.group)
        scene.facts.linksInChat = [link]
        scene.facts.linksInNewChat = [link]
        #expect(try scene.effects().isEmpty)
    }
}
