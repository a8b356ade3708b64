import NIOCore

/// Watches whether the peer reads what was sent to it.
struct OutputGauge {
    /// Bytes given to the channel, ever.
    private(set) var submitted = 0
    /// Bytes that the channel had passed on when it was looked at last.
    private var taken = 0
    /// Bytes that wait in the channel.
    private(set) var pending = 0
    /// Since when nothing was taken of what waits; nil if nothing waits.
    private(set) var stalledSince: NIODeadline?
    /// Whether so much waits that nothing should be added.
    private(set) var isBlocked = false

    mutating func submit(_ bytes: Int) { self.submitted += bytes }

    mutating func observe(pending: Int, isWritable: Bool, now: NIODeadline) {
        self.isBlocked = !isWritable
        self.pending = pending
        let taken = self.submitted - pending
        if pending == 0 {
            self.stalledSince = nil
        } else if taken > self.taken || self.stalledSince == nil {
            self.stalledSince = now
        }
        self.taken = taken
    }
}
