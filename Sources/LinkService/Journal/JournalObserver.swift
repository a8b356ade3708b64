package import Linking

/// Somebody who is told of events once they are on disk.
package protocol JournalObserver: Sendable {
    /// Called on the journal's thread after each group, in order, before its callers are answered: must be quick.
    func committed(_ events: [RecordedEvent])
}
