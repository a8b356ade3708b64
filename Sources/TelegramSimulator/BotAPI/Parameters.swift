import JSON

/// A call's parameters, from wherever they came: a flat list of names and texts in which the first of a name wins.
///
/// Values of a JSON body that are no strings are kept as their JSON text. So `null` is the text "null", as it is for
/// Telegram.
struct Parameters: Sendable {
    /// A part of a multipart body that has a file name.
    struct File: Sendable, Equatable {
        let name: String
        let bytes: [UInt8]
    }

    private var values: [String: [UInt8]] = [:]
    private(set) var files: [String: File] = [:]

    init() {}

    init(_ pairs: KeyValuePairs<String, String>) {
        for (name, value) in pairs { self.add(name, Array(value.utf8)) }
    }

    mutating func add(_ name: String, _ value: [UInt8]) {
        if self.values[name] == nil { self.values[name] = value }
    }

    mutating func add(file: File, as name: String) {
        if self.files[name] == nil { self.files[name] = file }
    }

    /// Whether it was given and is not empty.
    func has(_ name: String) -> Bool { self.values[name]?.isEmpty == false }

    func isGiven(_ name: String) -> Bool { self.values[name] != nil }

    /// The bytes as they came; none if it was not given.
    func bytes(_ name: String) -> [UInt8] { self.values[name] ?? [] }

    /// The text; empty if it was not given.
    func text(_ name: String) throws(APIError) -> String {
        guard let bytes = self.values[name] else { return "" }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .badRequest("strings must be encoded in UTF-8")
        }
        return text
    }

    /// The text, with U+FFFD for what is not UTF-8.
    func lenientText(_ name: String) -> String { String(decoding: self.bytes(name), as: UTF8.self) }

    /// The whole number that the text begins with; 0 if there is none.
    func int(_ name: String) -> Int64 {
        let text = self.bytes(name).drop { $0.isSpace }
        let isNegative = text.first == UInt8(ascii: "-")
        let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }.prefix { $0.isDigit }
        let magnitude = digits.prefix(18).reduce(Int64(0)) { $0 * 10 + Int64($1 - 0x30) }
        return isNegative ? -magnitude : magnitude
    }

    /// The whole number, or the nearest in `range`; `standard` if it was not given.
    func int(_ name: String, in range: ClosedRange<Int64>, standard: Int64) -> Int64 {
        guard self.has(name) else { return standard }
        return min(max(self.int(name), range.lowerBound), range.upperBound)
    }

    /// Whether the text is `true`, `yes` or `1`.
    func bool(_ name: String) -> Bool {
        let text = self.lenientText(name).lowercased().filter { !$0.isWhitespace }
        return text == "true" || text == "yes" || text == "1"
    }

    /// The text as JSON; nil if it is none.
    func json(_ name: String) -> JSONValue? {
        try? JSONDocument(self.bytes(name), limits: .tolerant).root
    }
}
