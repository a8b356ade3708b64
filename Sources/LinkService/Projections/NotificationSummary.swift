internal import Linking

/// What the queue holds in all.
struct NotificationSummary: Hashable, Stored {
    /// Notifications that are not final.
    var waiting: UInt64 = 0
    /// The idempotency keys that are remembered, oldest first.
    var keys = Ring()

    init() {}

    func write(to writer: inout StateWriter) {
        writer.word(self.waiting)
        self.keys.write(to: &writer)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.waiting = try reader.word()
        self.keys = try Ring(from: &reader)
    }
}
