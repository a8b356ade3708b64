internal import Cryptography
internal import Foundation
internal import Linking

/// Makes registration codes from their ids, so that the log, which keeps what the bot says, need not hold them.
///
/// The key lies in `keys/code.key` of the data directory, readable by its owner alone. The text of a reply in the log
/// says `{code:ID}` where the message that goes out has the code; losing the key voids codes that wait, and nothing
/// else.
struct CodeKey: Sendable {
    private static let byteCount = 32
    private static let opening = "{code:"

    private let key: [UInt8]

    init(key: [UInt8]) {
        self.key = key
    }

    /// Reads the key, or makes one.
    ///
    /// - Throws: when the file can be neither read nor written.
    init(dataDirectory: String) throws {
        let folder = URL(fileURLWithPath: dataDirectory).appendingPathComponent("keys", isDirectory: true)
        let path = folder.appendingPathComponent("code.key").path
        if let stored = FileManager.default.contents(atPath: path), stored.count == Self.byteCount {
            self.key = [UInt8](stored)
            return
        }
        self.key = SecureRandom.bytes(Self.byteCount)
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(self.key), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: path]) }
    }

    /// The code of that id.
    func code(_ id: CodeID) -> RegistrationCode {
        let bytes = LinkToken.bytes(of: id)
        let secret = HMAC.sha256(key: self.key, bytes).bytes.prefix(16)
        return RegistrationCode(id: id, text: Base64URL.encode(bytes + secret))
    }

    /// What stands for the code of that id in the log.
    static func placeholder(_ id: CodeID) -> String { "\(Self.opening)\(id)}" }

    /// `text` with each placeholder replaced by its code.
    func fillIn(_ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let opening = rest.range(of: Self.opening) {
            result += rest[..<opening.lowerBound]
            let end = rest[opening.upperBound...].firstIndex(of: "}")
            guard let end, let id = CodeID(String(rest[opening.upperBound..<end])) else {
                result += Self.opening
                rest = rest[opening.upperBound...]
                continue
            }
            result += self.code(id).text
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
