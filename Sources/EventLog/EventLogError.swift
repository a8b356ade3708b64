/// Why a log did not do what was asked.
package enum EventLogError: Error, Equatable, Sendable {
    /// What is stored is not what was written. `seq` is the first record that cannot be vouched for, nil if that is not
    /// known; `advice` says what to do. Nothing was repaired.
    case damaged(seq: UInt64?, file: String, reason: String, advice: String)
    /// The append failed, and it is certain that none of its records is in the log.
    case notWritten(reason: String)
    /// The append failed, and whether its records are in the log is not known until the log can be opened again.
    case unknown(reason: String)
    /// The records do not continue the log; nothing was written. After ``unknown(reason:)`` this means that the earlier
    /// append is in the log after all.
    case notNext(expected: UInt64, got: UInt64)
    /// A record or a group is larger than a limit, in bytes; nothing was written.
    case tooLarge(limit: Int)
    /// What was asked about lies behind the head of the log.
    case beyondHead(seq: UInt64, head: UInt64)
    /// Another process has the data directory open; 0 and an empty command if it did not say who it is.
    case inUse(pid: Int32, command: String)
    /// There is no log there.
    case notFound(directory: String)
    /// The log was opened for reading only.
    case readOnly
    /// The log was closed, or is closed after a failed write until ``EventLog/recover()`` succeeds.
    case closed
    /// The operating system refused; the text says what and why.
    case io(String)
}

extension EventLogError: CustomStringConvertible {
    /// One sentence for a person.
    package var description: String {
        switch self {
        case .damaged(let seq?, let file, let reason, let advice):
            "the log is damaged from seq \(seq) on: \(reason) (\(file)). \(advice)"
        case .damaged(nil, let file, let reason, let advice): "the log is damaged: \(reason) (\(file)). \(advice)"
        case .notWritten(let reason): "nothing was written: \(reason)"
        case .unknown(let reason): "it is not known whether anything was written: \(reason)"
        case .notNext(let expected, let got): "the log continues with seq \(expected), not with \(got)"
        case .tooLarge(let limit): "more than \(limit) bytes in one append"
        case .beyondHead(let seq, let head): "seq \(seq) lies behind the head of the log, \(head)"
        case .inUse(0, _): "in use by another process"
        case .inUse(let pid, let command): "in use by pid \(pid) (\(command))"
        case .notFound(let directory): "no log in \(directory)"
        case .readOnly: "the log was opened for reading only"
        case .closed: "the log is closed"
        case .io(let text): text
        }
    }
}
