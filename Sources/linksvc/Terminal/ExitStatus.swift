import ArgumentParser

/// What the process tells its caller, after sysexits(3) where that has a word for it.
enum ExitStatus: Int32, CaseIterable, Sendable {
    /// It worked, and the answer is yes.
    case success = 0
    /// It worked, and the answer is no.
    case negative = 1
    /// The command was not written as it must be.
    case usage = 64
    /// The log is damaged.
    case damagedData = 65
    /// There is no such file.
    case noInput = 66
    /// The user has no active link.
    case notLinked = 67
    /// The service, or Telegram, cannot be reached.
    case unavailable = 69
    /// A bug of ours.
    case bug = 70
    /// The disk refused, or is full.
    case inputOutput = 74
    /// It may work later.
    case tryAgain = 75
    /// The caller may not do this.
    case notAllowed = 77
    /// A setting is missing or wrong.
    case configuration = 78
    /// The user pressed control-C.
    case interrupted = 130

    /// The error to throw out of a command that has said on standard error what is wrong.
    var exit: ExitCode { ExitCode(self.rawValue) }
}
