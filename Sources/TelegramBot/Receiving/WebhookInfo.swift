package import JSON

/// What Telegram knows of a bot's webhook.
package struct WebhookInfo: Equatable, Sendable {
    /// Where updates are sent; empty without a webhook. It may hold a secret path.
    package let url: String
    /// Whether a certificate was uploaded.
    package let hasCustomCertificate: Bool
    /// Updates that wait.
    package let pendingUpdateCount: Int64
    /// When a delivery failed last, in seconds since 1970. Not cleared when one succeeds.
    package let lastErrorDate: Int64?
    /// Why it failed, redacted.
    package let lastErrorMessage: String?
    /// Connections at the same time.
    package let maxConnections: Int64?
    /// The kinds of updates wanted; nil for the default.
    package let allowedUpdates: [String]?

    /// Reads the result of `getWebhookInfo`. What is missing counts as absent.
    package init(_ value: JSONValue, clean: (String) -> String) {
        self.url = value["url"]?.string ?? ""
        self.hasCustomCertificate = value["has_custom_certificate"]?.bool ?? false
        self.pendingUpdateCount = value["pending_update_count"]?.int64 ?? 0
        self.lastErrorDate = value["last_error_date"]?.int64
        self.lastErrorMessage = value["last_error_message"]?.string.map(clean)
        self.maxConnections = value["max_connections"]?.int64
        self.allowedUpdates = value["allowed_updates"]?.elements.compactMap(\.string)
    }
}
