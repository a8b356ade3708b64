package import Linking

/// Where the texts of messages are: the log.
package protocol MessageSource: Sendable {
    /// What the `notification.requested` event at `requestSeq` wants said.
    ///
    /// - Throws: when it cannot be read; the message is then tried again later.
    func message(requestSeq: UInt64) async throws -> Message
}
