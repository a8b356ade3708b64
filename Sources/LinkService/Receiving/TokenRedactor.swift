internal import JSON
internal import Linking

/// Replaces link tokens in an update by their hashes, so that the log holds none.
///
/// Only runs of 43 characters that are the text of a token we know are replaced, in whatever field they stand.
struct TokenRedactor {
    /// The token of that id, live or spent.
    let token: (TokenID) -> Token?

    /// `json` with every known token replaced by `sha256:` and its hash; the same bytes if there is none.
    func redact(_ json: [UInt8]) -> [UInt8] {
        guard Self.mayHoldToken(json), let document = try? JSONDocument(json, limits: .tolerant) else { return json }
        var result: [UInt8] = []
        var copied = 0
        document.forEachString { string in
            guard let text = self.redactedText(of: string) else { return }
            var writer = JSONWriter(capacity: text.utf8.count + 2)
            writer.string(text)
            result.append(contentsOf: json[copied..<string.offset])
            result.append(contentsOf: writer.bytes)
            copied = string.offset + string.text.count
        }
        guard copied > 0 else { return json }
        result.append(contentsOf: json[copied...])
        return result
    }

    /// The string with its tokens replaced; nil if it holds none, or cannot be read as text at all.
    private func redactedText(of value: JSONValue) -> String? {
        guard value.text.count >= LinkToken.length + 2, let text = value.string else { return nil }
        let characters = Array(text.utf8)
        var result: [UInt8] = []
        var copied = 0
        var start = 0
        for index in 0...characters.count {
            if index < characters.count, Self.isTokenCharacter(characters[index]) { continue }
            if index - start == LinkToken.length, let hash = self.hash(of: characters[start..<index]) {
                result.append(contentsOf: characters[copied..<start])
                result.append(contentsOf: "sha256:\(hash.hex)".utf8)
                copied = index
            }
            start = index + 1
        }
        guard copied > 0 else { return nil }
        result.append(contentsOf: characters[copied...])
        return String(decoding: result, as: UTF8.self)
    }

    /// The hash of a known token with this text; nil if it is none.
    private func hash(of run: ArraySlice<UInt8>) -> SecretHash? {
        guard let presented = LinkToken(String(decoding: run, as: UTF8.self)),
            let token = self.token(presented.id), token.hash == presented.hash
        else { return nil }
        return token.hash
    }

    /// False when no run of letters is long enough, whatever is escaped: spares nearly every update the rest.
    private static func mayHoldToken(_ json: [UInt8]) -> Bool {
        var run = 0
        for byte in json {
            // A backslash may begin an escaped letter of a token, so it does not end a run.
            run = Self.isTokenCharacter(byte) || byte == UInt8(ascii: "\\") ? run + 1 : 0
            if run >= LinkToken.length { return true }
        }
        return false
    }

    private static func isTokenCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false  // Any other byte.
        }
    }
}
