/// Why a wait ended without what was waited for.
package enum SimulatorError: Error, Equatable, Sendable {
    /// It did not come in time; the words say what was there instead.
    case timedOut(String)
    /// The waiting task was cancelled.
    case cancelled
    /// The simulator could not listen; the words say why.
    case notListening(String)
}
