import JSON

/// What a method answers when it does what it was asked.
struct MethodResult: Sendable, Equatable {
    /// The JSON text of `result`.
    var result: [UInt8]
    /// What the webhook methods say beside it.
    var description: String?
    /// The message that was taken, if it is one.
    var taken: UInt64?

    init(_ result: [UInt8], description: String? = nil, taken: UInt64? = nil) {
        self.result = result
        self.description = description
        self.taken = taken
    }

    static let done = MethodResult(Array("true".utf8))

    /// The answer's body.
    var json: [UInt8] {
        JSONWriter.object(capacity: self.result.count + 64) {
            $0.member("ok", true)
            $0.member("result", raw: self.result)
            $0.member("description", self.description)
        }
    }
}
