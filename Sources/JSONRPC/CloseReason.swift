/// Why a connection ends.
enum CloseReason: String {
    // What was written is still sent.
    case peerEnded, foreignProtocol, frameTooLarge, protocolErrors, batchTooLarge
    case slowFrame, noFirstFrame, idle, shutDown
    // At once.
    case notReading, outputOverflow

    /// Whether what was not sent yet is given up.
    var isAbrupt: Bool {
        switch self {
        case .peerEnded, .foreignProtocol, .frameTooLarge, .protocolErrors, .batchTooLarge: false
        case .slowFrame, .noFirstFrame, .idle, .shutDown: false
        case .notReading, .outputOverflow: true
        }
    }
}
