/// An order: decided against facts that were true at that moment, by a function without clock, randomness or I/O.
package protocol Command: Sendable {
    /// What deciding must know, looked up just before, earlier commands of the same batch included.
    associatedtype Facts: Sendable
    /// What the caller learns once the events are on disk.
    associatedtype Answer: Sendable

    /// Says what happens, all or nothing.
    ///
    /// - Throws: the reason why nothing happens.
    func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer>
}
