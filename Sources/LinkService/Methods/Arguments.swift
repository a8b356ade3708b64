internal import EventLog
internal import Foundation
internal import JSON
internal import JSONRPC
internal import Linking

/// A call's parameters, read as the domain's types; what does not fit is refused with the member's name.
struct Arguments {
    private let params: Params

    /// - Throws: ``RPCError`` for a member that the method does not know: a misspelt option must not be ignored.
    init(_ call: Call) throws(RPCError) {
        self.params = call.params
        if let unknown = call.params.unknownNames.first {
            throw .invalidParams(path: unknown, hint: "This method has no such parameter.")
        }
    }

    /// The member, if it is there.
    func optional<Value>(
        _ name: String, _ wanted: @autoclosure () -> String, _ read: (JSONValue) -> Value?
    ) throws(RPCError) -> Value? {
        guard let member = self.params[name] else { return nil }
        guard let value = read(member) else { throw .invalidParams(path: name, hint: "It must be \(wanted()).") }
        return value
    }

    /// The member, which must be there.
    func required<Value>(
        _ name: String, _ wanted: @autoclosure () -> String, _ read: (JSONValue) -> Value?
    ) throws(RPCError) -> Value {
        guard let value = try self.optional(name, wanted(), read) else {
            throw .invalidParams(path: name, hint: "It is missing; it must be \(wanted()).")
        }
        return value
    }

    func has(_ name: String) -> Bool { self.params[name] != nil }

    // MARK: The domain's types

    private static let userWanted = "a string of 1 to 256 bytes"
    private static let idWanted = "an id as this service gave it out"

    func user(_ name: String = "userId") throws(RPCError) -> UserID {
        try self.required(name, Self.userWanted, Field.user)
    }

    func optionalUser(_ name: String = "userId") throws(RPCError) -> UserID? {
        try self.optional(name, Self.userWanted, Field.user)
    }

    func optionalChat(_ name: String = "chatId") throws(RPCError) -> ChatID? {
        try self.optional(name, "a whole number", Field.chat)
    }

    func id<Subject>(_ name: String) throws(RPCError) -> Identifier<Subject> {
        try self.required(name, Self.idWanted, Field.id)
    }

    func optionalID<Subject>(_ name: String) throws(RPCError) -> Identifier<Subject>? {
        try self.optional(name, Self.idWanted, Field.id)
    }

    func integer(_ name: String, in range: ClosedRange<Int64>) throws(RPCError) -> Int64? {
        try self.optional(name, "a whole number from \(range.lowerBound) to \(range.upperBound)") { value in
            value.int64.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    func flag(_ name: String) throws(RPCError) -> Bool {
        try self.optional(name, "true or false") { $0.bool } ?? false
    }

    func word<Word: RawRepresentable & CaseIterable>(
        _ name: String, as type: Word.Type = Word.self
    ) throws(RPCError) -> Word? where Word.RawValue == String {
        try self.optional(name, "one of \(Self.list(Word.allCases.map(\.rawValue)))") { value in
            value.string.flatMap { Word(rawValue: $0) }
        }
    }

    private static func list(_ words: [String]) -> String {
        words.map { "\"\($0)\"" }.joined(separator: ", ")
    }

    func text(_ name: String, bytes range: ClosedRange<Int>) throws(RPCError) -> String? {
        try self.optional(name, "a string of \(range.lowerBound) to \(range.upperBound) bytes") { value in
            value.string.flatMap { range.contains($0.utf8.count) ? $0 : nil }
        }
    }

    /// A JSON object of at most `bytesMax` bytes and `depthMax` levels, kept as its text.
    func object(_ name: String, bytesMax: Int, depthMax: Int) throws(RPCError) -> RawJSON? {
        try self.optional(name, "a JSON object of at most \(bytesMax) bytes and \(depthMax) levels") { value in
            guard value.kind == .object else { return nil }
            let bytes = value.minified
            var limits = JSONLimits.strict
            limits.depth = depthMax
            guard bytes.count <= bytesMax, (try? JSONDocument(bytes, limits: limits)) != nil else { return nil }
            return RawJSON(bytes)
        }
    }

    /// A moment in RFC 3339, with any offset.
    func moment(_ name: String) throws(RPCError) -> Timestamp? {
        try self.optional(name, "a time such as \"2026-11-20T20:16:19.123Z\"") { value in
            guard let text = value.string else { return nil }
            return Self.date(text).map { Timestamp(milliseconds: Int64(($0.timeIntervalSince1970 * 1_000).rounded())) }
        }
    }

    private static func date(_ text: String) -> Date? {
        let formatter = ISO8601DateFormatter()
        formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
        if let date = formatter.date(from: text) { return date }
        formatter.formatOptions = [.withInternetDateTime]
        return formatter.date(from: text)
    }
}
