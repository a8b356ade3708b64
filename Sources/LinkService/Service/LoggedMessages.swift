internal import EventLog
internal import Linking

/// The texts of messages, as the log has them.
struct LoggedMessages: MessageSource {
    /// There is no request to send something at that place of the log.
    struct NoRequest: Error, CustomStringConvertible {
        let seq: UInt64
        var description: String { "record \(self.seq) is no request for a message" }
    }

    let log: any EventLog
    let codeKey: CodeKey

    func message(requestSeq: UInt64) async throws -> Message {
        guard let bytes = try self.log.record(requestSeq),
            case .notificationRequested(let requested) = try EventDecoder.decode(bytes, seq: requestSeq).event
        else { throw NoRequest(seq: requestSeq) }
        // Only what the bot itself says may hold codes.
        guard requested.kind == .reply else { return requested.message }
        var message = requested.message
        message.text = self.codeKey.fillIn(message.text)
        return message
    }
}
