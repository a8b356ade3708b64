/// An event with its place in the log.
package struct RecordedEvent: Hashable, Sendable {
    package let seq: UInt64
    package let time: Timestamp
    package let event: Event

    package init(seq: UInt64, time: Timestamp, event: Event) {
        self.seq = seq
        self.time = time
        self.event = event
    }
}
