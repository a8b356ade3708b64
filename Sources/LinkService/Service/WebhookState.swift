internal import Cryptography
internal import Foundation
internal import JSON
internal import Logging
internal import TelegramBot

/// What a webhook needs to be the same after a restart: the random secret and path, and what was last set.
///
/// It lives in the file `webhook` of the data directory, readable by its owner alone.
struct WebhookState: Sendable {
    private let path: String
    let secret: WebhookSecret
    /// The path's random part.
    let endpoint: String
    /// The fingerprint of the settings that Telegram was last given.
    let fingerprint: String?

    /// Reads the file, or makes one with new random values.
    ///
    /// - Throws: when the file can be neither read nor written.
    init(dataDirectory: String) throws {
        self.path = URL(fileURLWithPath: dataDirectory).appendingPathComponent("webhook").path
        let root = FileManager.default.contents(atPath: self.path).flatMap { try? JSONDocument([UInt8]($0)).root }
        let secret = root?["secret"]?.string.flatMap { WebhookSecret($0) }
        let endpoint = root?["endpoint"]?.string
        self.secret = secret ?? .random()
        self.endpoint = endpoint ?? Base64URL.encode(SecureRandom.bytes(24))
        self.fingerprint = root?["fingerprint"]?.string
        if secret == nil || endpoint == nil { try self.write(fingerprint: self.fingerprint) }
    }

    /// Remembers what Telegram was given; failing costs one needless `setWebhook` at the next start.
    func store(_ fingerprint: String, _ logger: Logger) {
        guard fingerprint != self.fingerprint else { return }
        do {
            try self.write(fingerprint: fingerprint)
        } catch {
            logger.warning("the webhook's fingerprint was not stored", metadata: ["error": "\(error)"])
        }
    }

    private func write(fingerprint: String?) throws {
        let json = JSONWriter.object {
            $0.member("secret", self.secret.text)
            $0.member("endpoint", self.endpoint)
            $0.member("fingerprint", fingerprint)
        }
        let url = URL(fileURLWithPath: self.path)
        let temporary = url.appendingPathExtension("new")
        guard
            FileManager.default.createFile(
                atPath: temporary.path, contents: Data(json), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteUnknown) }
        guard rename(temporary.path, url.path) == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
