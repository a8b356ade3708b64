import Foundation
import JSON
import Testing

/// Random texts, whole and damaged: this reader and Foundation's must agree on what is JSON, and on what it says.
struct DifferentialTests {
    @Test func `random texts mean what Foundation reads in them`() throws {
        var random = SeededRandom.printingSeed()
        for _ in 0..<8_000 {
            let text = RandomText.make(&random)
            let value = try JSONDocument(text).root
            let other = try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
            guard FoundationValue(other) == FoundationValue(value) else {
                Issue.record("read differently: \(text.debugDescription)")
                return
            }
        }
    }

    @Test func `damaged texts are refused where Foundation refuses them`() throws {
        var random = SeededRandom.printingSeed()
        var refused = 0
        for _ in 0..<15_000 {
            let bytes = Self.damaged(RandomText.make(&random), &random)
            let ours = Result { () throws(JSONError) in try JSONDocument(bytes, limits: .tolerant) }
            let theirs = Result { try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) }
            if case .failure = ours { refused += 1 }
            guard Self.agree(bytes, ours, theirs) else {
                Issue.record("\(bytes): \(ours) against \(theirs)")
                return
            }
        }
        #expect(refused > 3_000)
    }

    @Test func `what is written is read back, minified and in Foundation`() throws {
        var random = SeededRandom.printingSeed()
        for _ in 0..<3_000 {
            let value = try JSONDocument(RandomText.make(&random)).root
            var writer = JSONWriter()
            Self.copy(value, to: &writer)
            let copy = try JSONDocument(writer.bytes).root
            #expect(copy.minified == writer.bytes)
            #expect(FoundationValue(copy) == FoundationValue(value))
            #expect(FoundationValue(try JSONDocument(value.minified).root) == FoundationValue(value))
        }
    }

    /// Changes one to three bytes: another, one less, one more, or two exchanged.
    private static func damaged(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) where bytes.count > 1 {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            let usual = Array("{}[]\",:\\0123456789eE+-.tfnu dD8\n\u{1}".utf8).randomElement(using: &random) ?? 0
            let byte = random.oneIn(4) ? UInt8.random(in: 1...255, using: &random) : usual
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] = byte
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(byte, at: index)
            default: bytes.swapAt(index, Int.random(in: 0..<bytes.count, using: &random))
            }
        }
        return bytes
    }

    private static func agree(
        _ bytes: [UInt8], _ ours: Result<JSONDocument, JSONError>, _ theirs: Result<Any, any Error>
    ) -> Bool {
        switch (ours, theirs) {
        case (.success, .success), (.failure, .failure): true
        case (.success(let document), .failure): Self.isBeyondFoundation(document)
        case (.failure(let error), .success): Self.isTrailingComma(bytes, error)
        }
    }

    /// Foundation accepts a comma before the end of a container.
    private static func isTrailingComma(_ bytes: [UInt8], _ error: JSONError) -> Bool {
        guard error.reason == .syntax, [UInt8(ascii: "]"), UInt8(ascii: "}")].contains(bytes[error.offset]) else {
            return false
        }
        return bytes[..<error.offset].last { !Array(" \t\r\n".utf8).contains($0) } == UInt8(ascii: ",")
    }

    /// Valid JSON that Foundation cannot represent: numbers too large for a double, halves of surrogate pairs.
    private static func isBeyondFoundation(_ document: JSONDocument) -> Bool {
        func holdsLargeNumber(_ value: JSONValue) -> Bool {
            (value.kind == .number && value.double == nil)
                || value.elements.contains(where: holdsLargeNumber)
                || value.members.contains { holdsLargeNumber($0.value) }
        }
        let hasLoneSurrogate =
            (try? JSONDocument(document.bytes, limits: JSONLimits(depth: 512, uniqueNames: false))) == nil
        return hasLoneSurrogate || holdsLargeNumber(document.root)
    }

    private static func copy(_ value: JSONValue, to writer: inout JSONWriter) {
        switch value.kind {
        case .null: writer.null()
        case .bool: writer.bool(value.bool == true)
        case .number: writer.raw(value.text)
        case .string: writer.string(value.string ?? "")
        case .array: writer.array { writer in value.elements.forEach { Self.copy($0, to: &writer) } }
        case .object:
            writer.object { writer in
                for (name, value) in value.members {
                    writer.name(name)
                    Self.copy(value, to: &writer)
                }
            }
        }
    }
}
