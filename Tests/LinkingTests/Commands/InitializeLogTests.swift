import Linking
import Testing

struct InitializeLogTests {
    private let created = LogCreated(logID: "log", botID: 1, botUsername: "a_bot", format: 0)

    @Test func `an empty log gets its first record`() throws {
        let events = try InitializeLog(created: self.created).events(InitializeLog.Facts(exists: false))
        #expect(events == [.logCreated(self.created)])
    }

    @Test func `a log has one first record`() throws {
        #expect(try InitializeLog(created: self.created).events(InitializeLog.Facts(exists: true)).isEmpty)
    }
}
