import Foundation
import Testing

/// One case of the file.
struct Vector {
    let name: String
    private let fields: [String: Any]

    static var all: [Vector] {
        get throws {
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let data = try Data(contentsOf: root.appending(path: "Protocol/vectors/jsonrpc.json"))
            let list = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
            return try list.map { Vector(name: try #require($0["name"] as? String), fields: $0) }
        }
    }

    static func value(_ text: String) throws -> NSObject {
        try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed) as? NSObject)
    }

    var isRaw: Bool { self.fields["framing"] as? String == "raw" }

    var isHeaderFramed: Bool { self.fields["framing_in"] as? String == "content-length" }

    var replyEnd: String? { self.fields["reply_eol"] as? String }

    var bytes: [UInt8] {
        if let text = self.fields["send"] as? String { return Array(text.utf8) }
        return (self.fields["send_b64"] as? String).flatMap { Data(base64Encoded: $0) }.map(Array.init) ?? []
    }

    var endsWithClose: Bool { (self.fields["expect_frames"] as? [Any])?.last as? String == "close" }

    /// Whether what came is one of the right answers.
    func accepts(_ frames: [NSObject], text: String, isClosed: Bool) -> Bool {
        if let raw = self.fields["expect_id_raw"] as? String, !text.contains("\"id\":\(raw)") { return false }
        if self.isRaw {
            let first = [self.fields["expect_frames"] as? [Any] ?? []]
            return (first + (self.fields["any_of_frames"] as? [[Any]] ?? [])).contains { expected in
                let closes = expected.last as? String == "close"
                return closes == isClosed && Self.same(frames, closes ? Array(expected.dropLast()) : expected)
            }
        }
        return ([self.fields["expect"] as Any] + (self.fields["any_of"] as? [Any] ?? [])).contains { expected in
            if expected as? String == "close" { return isClosed && frames.isEmpty }
            return !isClosed && Self.same(frames, expected is NSNull ? [] : [expected])
        }
    }

    /// Whether the values are equal but for the order of arrays and what an error says besides its code.
    private static func same(_ came: [Any], _ expected: [Any]) -> Bool {
        came.map(self.canonical).sorted() == expected.map(self.canonical).sorted()
    }

    private static func canonical(_ value: Any) -> String {
        if let list = value as? [Any] { return "[" + list.map(self.canonical).sorted().joined(separator: ",") + "]" }
        if let object = value as? [String: Any] {
            let members = object.map { name, value in
                let isError = name == "error"
                return "\(name):\(isError ? "\((value as? [String: Any])?["code"] ?? "?")" : self.canonical(value))"
            }
            return "{" + members.sorted().joined(separator: ",") + "}"
        }
        return (value as? String).map { "\"\($0)\"" } ?? "\(value)"
    }
}
