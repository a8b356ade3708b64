/// The log's first record: which log it is, and whose.
package struct LogCreated: Hashable, Sendable {
    package var logID: String
    package var botID: Int64
    package var botUsername: String
    /// 0: a pre-release format that no later version has to read.
    package var format: Int

    package init(logID: String, botID: Int64, botUsername: String, format: Int) {
        self.logID = logID
        self.botID = botID
        self.botUsername = botUsername
        self.format = format
    }
}
