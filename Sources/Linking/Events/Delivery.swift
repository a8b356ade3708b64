/// When and how hard to deliver.
package struct Delivery: Hashable, Sendable {
    package var lane: Lane
    package var expiresAt: Timestamp?
    package var sendAt: Timestamp?
    package var onUncertain: OnUncertain
    package var idempotency: Idempotency?

    package init(
        lane: Lane = .normal, expiresAt: Timestamp? = nil, sendAt: Timestamp? = nil, onUncertain: OnUncertain = .drop,
        idempotency: Idempotency? = nil
    ) {
        self.lane = lane
        self.expiresAt = expiresAt
        self.sendAt = sendAt
        self.onUncertain = onUncertain
        self.idempotency = idempotency
    }
}
