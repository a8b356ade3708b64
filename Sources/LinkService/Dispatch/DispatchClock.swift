package import Linking

/// The dispatcher's time.
package protocol DispatchClock: Sendable {
    /// The time now. It never goes back.
    func now() -> Timestamp

    /// Returns at `moment`, or at once if that is past.
    ///
    /// - Throws: `CancellationError`, at once, when the task is cancelled.
    func sleep(until moment: Timestamp) async throws
}
