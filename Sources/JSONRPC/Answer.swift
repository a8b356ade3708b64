import NIOCore

/// A response object: an id and what the call came to.
struct Answer {
    /// The id as it came, `null` if there was none that could be read.
    let id: ArraySlice<UInt8>
    private let isError: Bool
    private let payload: [UInt8]

    static let nullID = ArraySlice("null".utf8)
    private static let start: StaticString = #"{"jsonrpc":"2.0","id":"#
    private static let result: StaticString = #","result":"#
    private static let error: StaticString = #","error":"#

    init(id: ArraySlice<UInt8>, _ outcome: Result<RPCResult, RPCError>) {
        self.id = id
        switch outcome {
        case .success(let result):
            self.isError = false
            self.payload = result.json
        case .failure(let error):
            self.isError = true
            self.payload = error.json
        }
    }

    /// An error answer whose error object was written before.
    init(id: ArraySlice<UInt8>, errorJSON: [UInt8]) {
        self.id = id
        self.isError = true
        self.payload = errorJSON
    }

    /// Bytes of the result or the error object.
    var payloadByteCount: Int { self.payload.count }

    /// Bytes that ``write(to:)`` will write.
    var byteCount: Int {
        Self.start.utf8CodeUnitCount + self.id.count + self.nameOfPayload.utf8CodeUnitCount + self.payload.count + 1
    }

    /// Writes the response object. Answers are small and many, so it is one reservation and five copies.
    func write(to buffer: inout ByteBuffer) {
        let count = self.byteCount
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { target in
            var offset = 0
            func copy(_ source: UnsafeRawBufferPointer) {
                UnsafeMutableRawBufferPointer(rebasing: target[offset...]).copyMemory(from: source)
                offset += source.count
            }
            Self.start.withUTF8Buffer { copy(UnsafeRawBufferPointer($0)) }
            self.id.withUnsafeBytes(copy)
            self.nameOfPayload.withUTF8Buffer { copy(UnsafeRawBufferPointer($0)) }
            self.payload.withUnsafeBytes(copy)
            target[offset] = UInt8(ascii: "}")
            return count
        }
    }

    private var nameOfPayload: StaticString { self.isError ? Self.error : Self.result }
}
