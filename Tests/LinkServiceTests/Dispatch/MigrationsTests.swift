import Linking
import Testing

@testable import LinkService

struct MigrationsTests {
    private var migrations = Migrations()

    @Test mutating func `a chat that moved twice is found`() {
        self.migrations.add(from: ChatID(-1), to: ChatID(-2))
        self.migrations.add(from: ChatID(-2), to: ChatID(-3))
        #expect(self.migrations.current(ChatID(-1)) == ChatID(-3))
        #expect(self.migrations.current(ChatID(-4)) == ChatID(-4))
    }

    @Test mutating func `a chat that moved back is where it was`() {
        self.migrations.add(from: ChatID(-1), to: ChatID(-2))
        self.migrations.add(from: ChatID(-2), to: ChatID(-1))
        #expect(self.migrations.current(ChatID(-1)) == ChatID(-1))
        #expect(self.migrations.current(ChatID(-2)) == ChatID(-1))
    }
}
