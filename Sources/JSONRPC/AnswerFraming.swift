import NIOCore

/// What surrounds an answer on the wire.
enum AnswerFraming {
    case lf
    case crlf
    case headers

    /// Writes what comes before a message of that many bytes.
    func writeStart(bytes: Int, to buffer: inout ByteBuffer) {
        switch self {
        case .lf, .crlf: break
        case .headers: buffer.writeString("Content-Length: \(bytes)\r\n\r\n")
        }
    }

    /// Writes what comes behind a message.
    func writeEnd(to buffer: inout ByteBuffer) {
        switch self {
        case .lf: buffer.writeInteger(UInt8(ascii: "\n"))
        case .crlf: buffer.writeStaticString("\r\n")
        case .headers: break
        }
    }
}
