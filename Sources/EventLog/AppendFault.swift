/// How an append that fails can end, for tests.
package enum AppendFault: CaseIterable, Sendable {
    /// The write fails, and nothing of it is there.
    case notWritten
    /// The write fails, but all of it is there: the append succeeds after all.
    case written
    /// As `notWritten`, and the log cannot be opened again at once.
    case unknownNotWritten
    /// As `written`, and the log cannot be opened again at once.
    case unknownWritten
}
