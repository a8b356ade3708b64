import LinkService
import Linking
import Testing

final class FloodWatchTests {
    private var floods = FloodWatch()
    private let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test func `the third chat within ten seconds stops the bot until the longest of the three is over`() {
        #expect(self.note(1, wait: 5, at: 0) == nil)
        #expect(self.note(2, wait: 60, at: 4) == nil)
        #expect(self.note(3, wait: 5, at: 10) == self.start.adding(seconds: 64))
    }

    @Test func `the same chat three times stops only itself`() {
        for _ in 0..<3 { #expect(self.note(1, wait: 5, at: 0) == nil) }
    }

    @Test func `what is longer ago does not count`() {
        #expect(self.note(1, wait: 5, at: 0) == nil)
        #expect(self.note(2, wait: 5, at: 5) == nil)
        #expect(self.note(3, wait: 5, at: 11) == nil)
    }

    private func note(_ chat: Int64, wait: Int64, at second: Int64) -> Timestamp? {
        self.floods.note(
            ChatID(chat), until: self.start.adding(seconds: second + wait), at: self.start.adding(seconds: second))
    }
}
