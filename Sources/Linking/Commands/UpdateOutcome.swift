/// What became of an update.
package enum UpdateOutcome: Hashable, Sendable {
    /// It was in the log before: nothing happened.
    case duplicate
    case recorded
}
