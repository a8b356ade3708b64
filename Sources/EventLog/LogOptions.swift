package import LevelDB

/// How a log is opened.
package struct LogOptions: Sendable {
    /// Names in the data directory that only a log's owner leaves there: with one of them and without a log, something
    /// was lost, and no new log is made.
    package var tracesOfEarlierLog: [String] = []
    /// What it takes in one go.
    package var limits = LogLimits()
    /// The database's options. Keys ascend and are always found: large tables, no Bloom filter.
    package var database: Options = {
        var options = Options()
        options.writeBufferBytes = 16 * 1024 * 1024
        options.maxFileBytes = 32 * 1024 * 1024
        options.blockBytes = 16 * 1024
        return options
    }()

    /// The defaults.
    package init() {}
}
