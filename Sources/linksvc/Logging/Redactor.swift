import LinkService
import Synchronization

/// Removes known secrets from what is about to be written.
///
/// It works on finished lines, so that no part can be forgotten: not a URL in an error, not a key of metadata.
final class Redactor: Sendable {
    /// What stands where a secret was.
    static let replacement = Array("<redacted>".utf8)

    /// A text this short is in half of all lines by chance, and no secret.
    private static let secretBytesMin = 4

    private let secrets: Mutex<[[UInt8]]>

    init(_ secrets: [Secret] = []) {
        self.secrets = Mutex([])
        secrets.forEach(self.add)
    }

    /// Removes `secret` from now on. Of a bot's token, also what follows its colon, which is the secret part of it.
    func add(_ secret: Secret) {
        let whole = Array(secret.revealed.utf8)
        let parts = [whole] + whole.split(separator: UInt8(ascii: ":"), maxSplits: 1).dropFirst().map { Array($0) }
        self.secrets.withLock { secrets in
            secrets += parts.filter { $0.count >= Self.secretBytesMin && !secrets.contains($0) }
            // Longest first, or a part would be replaced and the rest of the whole left standing.
            secrets.sort { $0.count > $1.count }
        }
    }

    /// `line` without the secrets.
    func redact(_ line: [UInt8]) -> [UInt8] {
        self.secrets.withLock { $0 }.reduce(line) { Self.replace($1, in: $0) }
    }

    /// `text` without the secrets.
    func redact(_ text: String) -> String {
        String(decoding: self.redact(Array(text.utf8)), as: UTF8.self)
    }

    private static func replace(_ secret: [UInt8], in line: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var copied = 0
        var index = 0
        while index + secret.count <= line.count {
            guard line[index] == secret[0], line[index..<index + secret.count].elementsEqual(secret) else {
                index += 1
                continue
            }
            result += line[copied..<index] + Self.replacement
            index += secret.count
            copied = index
        }
        return copied == 0 ? line : result + line[copied...]
    }
}
