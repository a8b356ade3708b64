import Cryptography
import JSON

/// The webhook that is wanted.
package struct WebhookSettings: Sendable {
    /// Where updates are to be sent. It may hold a secret path.
    package var url: String
    /// What proves that a request is Telegram's.
    package var secret: WebhookSecret
    /// The kinds of updates wanted; empty for Telegram's default.
    package var allowedUpdates = PollingOptions.allowedUpdates
    /// A self-signed certificate to upload, as PEM.
    package var certificatePEM: [UInt8]?
    /// Connections at the same time, 1 to 100; nil for Telegram's default of 40.
    package var maxConnections: Int?

    /// A webhook at `url`.
    package init(url: String, secret: WebhookSecret) {
        self.url = url
        self.secret = secret
    }

    /// A digest of everything in here, to be stored once the webhook is set: Telegram tells neither the secret nor the
    /// certificate, so nothing else says whether they are still the same.
    package var fingerprint: String {
        var hash = SHA256()
        let fields = [
            Array(self.url.utf8), Array(self.secret.text.utf8),
            Array(Set(self.allowedUpdates).sorted().joined(separator: ",").utf8), self.certificatePEM ?? [],
            Array((self.maxConnections.map(String.init) ?? "").utf8),
        ]
        for field in fields {
            hash.update(Array("\(field.count):".utf8))
            hash.update(field)
        }
        return hash.finish().hex
    }

    /// The parameters of `setWebhook`: a form if there is a file to upload.
    var body: BotRequestBody {
        guard let certificate = self.certificatePEM else {
            return .object { writer in
                writer.member("url", self.url)
                writer.member("secret_token", self.secret.text)
                writer.member("allowed_updates", self.allowedUpdates)
                writer.member("max_connections", self.maxConnections)
            }
        }
        var form = MultipartForm()
        form.add(name: "url", value: self.url)
        form.add(name: "secret_token", value: self.secret.text)
        form.add(name: "allowed_updates", value: Self.json(self.allowedUpdates))
        if let maxConnections = self.maxConnections { form.add(name: "max_connections", value: "\(maxConnections)") }
        form.add(name: "certificate", filename: "certificate.pem", content: certificate)
        return .form(form)
    }

    private static func json(_ values: [String]) -> String {
        var writer = JSONWriter()
        writer.beginArray()
        for value in values {
            writer.string(value)
        }
        writer.endArray()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
