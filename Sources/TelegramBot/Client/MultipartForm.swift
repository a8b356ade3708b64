import Cryptography

/// A `multipart/form-data` body (RFC 7578) under construction.
struct MultipartForm: Sendable {
    private let boundary: String
    private var parts: [UInt8] = []

    /// An empty form with a random boundary, which then occurs in no part.
    init() {
        self.boundary = "linksvc-" + Hex.encode(SecureRandom.bytes(16))
    }

    /// The value of the `Content-Type` header.
    var contentType: String { "multipart/form-data; boundary=\(self.boundary)" }

    /// The body, closed.
    var bytes: [UInt8] { self.parts + Array("--\(self.boundary)--\r\n".utf8) }

    /// Adds a parameter. `name` is one of ours and needs no quoting.
    mutating func add(name: String, value: String) {
        self.add(header: "name=\"\(name)\"", content: Array(value.utf8))
    }

    /// Adds a file: Telegram takes a part for an upload only if it has a file name.
    mutating func add(name: String, filename: String, content: [UInt8]) {
        self.add(header: "name=\"\(name)\"; filename=\"\(filename)\"", content: content)
    }

    private mutating func add(header: String, content: [UInt8]) {
        self.parts += Array("--\(self.boundary)\r\nContent-Disposition: form-data; \(header)\r\n\r\n".utf8)
        self.parts += content
        self.parts += Array("\r\n".utf8)
    }
}
