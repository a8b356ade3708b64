import JSON

extension World {
    private static let secretBytesMax = 256
    private static let certificateBytesMax = 3 << 20

    mutating func setWebhook(_ parameters: Parameters) throws(APIError) -> MethodResult {
        let url = try parameters.text("url")
        guard !url.isEmpty else { return self.deleteWebhook(parameters) }
        var settings = WebhookSettings(url: try Self.normalizedURL(url))
        settings.secretToken = try Self.secretToken(parameters)
        let connections: ClosedRange<Int64> = 1...(self.isLocal ? 100_000 : 100)
        let standard: Int64 = self.isLocal ? 100 : 40
        settings.maxConnections = Int(parameters.int("max_connections", in: connections, standard: standard))
        settings.ipAddress = try parameters.text("ip_address")
        settings.certificate = try Self.certificate(parameters)
        self.allowedUpdates.update(from: parameters.json("allowed_updates"))
        let isDropping = parameters.bool("drop_pending_updates")
        if settings == self.webhook?.settings, settings.certificate == nil, !isDropping {
            return MethodResult.done.saying("Webhook is already set")
        }
        try self.throttleSetWebhook()
        self.endPoll(.conflict("terminated by setWebhook request"))
        // The old one is gone before the new one is looked at, as with Telegram.
        self.removeWebhook()
        if !self.isLocal { try WebhookRules.check(settings) }
        if isDropping { self.updates.removeAll() }
        self.install(settings)
        return MethodResult.done.saying("Webhook was set")
    }

    mutating func deleteWebhook(_ parameters: Parameters) -> MethodResult {
        let wasSet = self.webhook != nil
        if wasSet { self.removeWebhook() }
        if parameters.bool("drop_pending_updates") { self.updates.removeAll() }
        return MethodResult.done.saying(wasSet ? "Webhook was deleted" : "Webhook is already deleted")
    }

    mutating func getWebhookInfo() -> MethodResult {
        self.updates.removeExpired(at: self.now)
        let webhook = self.webhook
        return MethodResult(
            JSONWriter.object {
                $0.member("url", webhook?.settings.url ?? "")
                $0.member("has_custom_certificate", webhook?.settings.certificate != nil)
                $0.member("pending_update_count", self.updates.count)
                $0.member("last_error_date", webhook?.lastErrorAt?.seconds)
                $0.member("last_error_message", webhook?.lastErrorMessage)
                $0.member("max_connections", webhook?.settings.maxConnections)
                $0.member("ip_address", webhook.map { WebhookRules.shownAddress(of: $0.settings) })
                if let listed = self.allowedUpdates.listed {
                    $0.member("allowed_updates", array: { for name in listed { $0.string(name) } })
                }
            })
    }

    /// Telegram takes one change a second. A server of one's own too, but tests would only have to wait for that.
    private mutating func throttleSetWebhook() throws(APIError) {
        guard !self.isLocal else { return }
        if let last = self.webhookSetAt, self.now - last < .seconds(1) { throw .tooManyRequests(1) }
        self.webhookSetAt = self.now
    }

    private static func normalizedURL(_ url: String) throws(APIError) -> String {
        let address = url.contains("://") ? url : "https://\(url)"
        guard WebhookAddress(address) != nil else { throw .badRequest("invalid webhook URL specified") }
        return address
    }

    private static func secretToken(_ parameters: Parameters) throws(APIError) -> String {
        let secret = try parameters.text("secret_token")
        guard secret.utf8.count <= self.secretBytesMax else { throw .badRequest("secret token is too long") }
        guard secret.utf8.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") }) else {
            throw .badRequest("secret token contains unallowed characters")
        }
        return secret
    }

    private static func certificate(_ parameters: Parameters) throws(APIError) -> [UInt8]? {
        guard let file = parameters.files["certificate"] else { return nil }
        guard file.bytes.count <= self.certificateBytesMax else {
            throw .badRequest("certificate size is too big (\(file.bytes.count) bytes)")
        }
        guard String(decoding: file.bytes, as: UTF8.self).contains("-----BEGIN CERTIFICATE-----") else {
            throw .badRequest("bad webhook: Failed to set custom certificate file")
        }
        return file.bytes
    }
}

extension MethodResult {
    /// The same with a description beside it.
    func saying(_ description: String) -> MethodResult {
        var copy = self
        copy.description = description
        return copy
    }
}
