/// Whether a webhook must be set.
package enum WebhookDecision: Equatable, Sendable {
    /// It is as wanted.
    case keep
    /// It is not, for this reason (the name of what differs).
    case set(because: String)

    /// Compares what is wanted with what Telegram tells, and, for what it does not tell, with the fingerprint stored
    /// when the webhook was set last.
    package init(_ wanted: WebhookSettings, _ info: WebhookInfo, storedFingerprint: String?) {
        if info.url != wanted.url {
            self = .set(because: "url")
        } else if Set(info.allowedUpdates ?? []) != Set(wanted.allowedUpdates) {
            self = .set(because: "allowed_updates")
        } else if info.hasCustomCertificate != (wanted.certificatePEM != nil) {
            self = .set(because: "certificate")
        } else if let most = wanted.maxConnections, info.maxConnections != Int64(most) {
            self = .set(because: "max_connections")
        } else if storedFingerprint != wanted.fingerprint {
            self = .set(because: "fingerprint")
        } else {
            self = .keep
        }
    }
}
