/// A caller's promise that the same key means the same request.
package struct Idempotency: Hashable, Sendable {
    package var keyHash: SecretHash
    package var requestHash: SecretHash

    package init(keyHash: SecretHash, requestHash: SecretHash) {
        self.keyHash = keyHash
        self.requestHash = requestHash
    }
}
