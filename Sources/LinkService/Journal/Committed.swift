/// The answer to a command whose events are on disk.
package struct Committed<Answer: Sendable>: Sendable {
    package let answer: Answer
    /// The last event of the command; the head of the log if it made none.
    package let seq: UInt64
    /// The first event of the command, if it made any.
    package let firstSeq: UInt64?

    package init(answer: Answer, seq: UInt64, firstSeq: UInt64?) {
        self.answer = answer
        self.seq = seq
        self.firstSeq = firstSeq
    }
}
