package import Logging

/// Sees to it that Telegram's webhook is the one wanted. The receiving itself is the HTTP server's.
package struct WebhookRegistration: Sendable {
    /// How long deleting the webhook may take on the way out.
    private static let removalTimeout: Duration = .seconds(3)

    private let client: BotClient
    private let settings: WebhookSettings
    private let status: ReceiverStatus
    private let timing: Timing
    private let logger: Logger

    /// A registration that tells `status` how it goes.
    package init(
        client: BotClient, settings: WebhookSettings, status: ReceiverStatus, timing: Timing = .system, logger: Logger
    ) {
        self.client = client
        self.settings = settings
        self.status = status
        self.timing = timing
        self.logger = logger
    }

    /// Sets the webhook unless it is as wanted; returns when it is, with the fingerprint to store.
    ///
    /// Whatever fails is waited for and tried again.
    /// - Throws: `CancellationError` when the task is cancelled before that.
    package func ensure(storedFingerprint: String?) async throws(CancellationError) -> String {
        var pacer = RetryPacer(status: self.status, timing: self.timing, logger: self.logger, backoff: Backoff())
        // What an attempt that failed has left behind is not known, so that only the first may trust the stored one.
        var storedFingerprint = storedFingerprint
        while !Task.isCancelled {
            do throws(BotFailure) {
                try await self.setIfNeeded(&storedFingerprint)
                pacer.succeeded()
                return self.settings.fingerprint
            } catch {
                await pacer.wait(after: error)
            }
        }
        throw CancellationError()
    }

    /// Deletes the webhook, even when the task is cancelled, and returns whether that worked within a few seconds.
    package func remove() async -> Bool {
        do throws(BotFailure) {
            try await self.client.deleteWebhook(within: Self.removalTimeout)
            return true
        } catch {
            self.logger.warning("the webhook was not deleted", metadata: ["error": "\(error)"])
            return false
        }
    }

    private func setIfNeeded(_ storedFingerprint: inout String?) async throws(BotFailure) {
        let info = try await self.client.getWebhookInfo()
        switch WebhookDecision(self.settings, info, storedFingerprint: storedFingerprint) {
        case .keep:
            break
        case .set(let reason):
            storedFingerprint = nil
            try await self.client.setWebhook(self.settings)
            self.logger.notice("webhook set", metadata: ["because": "\(reason)"])
        }
    }
}
