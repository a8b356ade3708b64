import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// An answer in JSON.
    init(status: HTTPResponse.Status = .ok, json: [UInt8]) {
        self.init(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }

    /// An answer of the Bot API that says no.
    init(_ error: APIError) {
        self.init(status: HTTPResponse.Status(code: error.code), json: error.json)
        if let seconds = error.retryAfterSeconds { self.headers[.retryAfter] = String(seconds) }
    }
}
