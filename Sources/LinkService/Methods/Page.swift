internal import Cryptography
internal import JSON
internal import JSONRPC
internal import Linking

/// Which part of a list is wanted.
struct Page {
    static let limits: ClosedRange<Int64> = 1...1_000
    static let limitDefault: Int64 = 100
    /// Entries looked at for one page, so that a rare match cannot make a call read everything.
    static let scannedMax = 10_000

    let limit: Int
    /// The words of the id behind which the page begins.
    let after: (UInt64, UInt64)?

    init(_ arguments: Arguments) throws(RPCError) {
        self.limit = Int(try arguments.integer("limit", in: Self.limits) ?? Self.limitDefault)
        self.after = try arguments.optional("cursor", "a cursor of the page before") { value in
            guard let bytes = value.string.flatMap({ Base64URL.decode($0) }), bytes.count == 16 else { return nil }
            var reader = StateReader(bytes)
            guard let high = try? reader.word(), let low = try? reader.word() else { return nil }
            return (high, low)
        }
    }

    func afterID<Subject>() -> Identifier<Subject>? {
        self.after.map { Identifier(high: $0.0, low: $0.1) }
    }

    /// The cursor of a page that ended with `id`.
    static func cursor<Subject>(after id: Identifier<Subject>) -> String {
        Base64URL.encode(Array(LinkToken.bytes(of: id)))
    }
}
