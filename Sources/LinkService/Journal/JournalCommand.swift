package import Linking

/// A command together with the look-up of its facts.
package protocol JournalCommand: Command {
    /// What is true right now, earlier commands of the same batch included.
    func facts(in state: StagedState, at now: Timestamp) throws(ProjectionError) -> Facts
}
