/// What is kept about the log outside LevelDB, which can lose its tail without noticing.
struct Anchor: Equatable, Sendable {
    /// The head that the last append was to reach.
    var head: LogHead
    /// The head that was durable before: the log has never been shorter since.
    var settled: LogHead

    /// The anchor of a log at rest.
    init(settledAt head: LogHead) {
        self.init(head: head, settled: head)
    }

    init(head: LogHead, settled: LogHead) {
        self.head = head
        self.settled = settled
    }

    /// Whether it vouches for at least one record.
    var hasRecords: Bool { self.head.seq > 0 || self.settled.seq > 0 }
}
