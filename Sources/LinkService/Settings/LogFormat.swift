/// The shape of a log line.
package enum LogFormat: String, CaseIterable, Sendable {
    /// Time, level, logger, message and `key=value` pairs, for people.
    case text
    /// One JSON object a line, for machines.
    case json
}
