package import Logging

/// What is logged, and how.
package struct LogSettings: Sendable, Equatable {
    /// Lines below this level are not written.
    package var level: Logger.Level
    /// The shape of a line.
    package var format: LogFormat

    /// The documented defaults, unless told otherwise.
    package init(level: Logger.Level = .info, format: LogFormat = .text) {
        self.level = level
        self.format = format
    }
}
