package import Logging

/// Receives updates by long polling.
///
/// An update counts as received once `deliver` returned for it: only then does the next poll confirm it. Nothing is
/// kept here, the queue stays with Telegram. Whatever fails is waited for and tried again.
package struct PollingReceiver: Sendable {
    /// Which updates are done with, and which of that Telegram knows.
    private struct Position {
        /// The last id of the latest batch, plus one. Never the highest ever seen: ids may start anew, and lower.
        var next: Int64?
        /// What Telegram was told last.
        var told: Int64?
    }

    private let client: BotClient
    private let options: PollingOptions
    private let status: ReceiverStatus
    private let timing: Timing
    private let logger: Logger

    /// A receiver that tells `status` how it goes.
    package init(
        client: BotClient, options: PollingOptions, status: ReceiverStatus, timing: Timing = .system, logger: Logger
    ) {
        self.client = client
        self.options = options
        self.status = status
        self.timing = timing
        self.logger = logger
    }

    /// Deletes a webhook that is set, then hands over batches of updates, one after the other, until the task is
    /// cancelled.
    ///
    /// `deliver` returns when a batch is safely stored. If it throws, the same updates are fetched and handed over
    /// again after a while. On cancellation the last batch is confirmed, for which a moment is taken.
    package func run(deliver: ([UpdateBody]) async throws -> Void) async {
        var pacer = RetryPacer(
            status: self.status, timing: self.timing, logger: self.logger, backoff: self.options.backoff)
        await self.deleteWebhook(&pacer)
        var position = Position()
        while !Task.isCancelled {
            await self.poll(&position, &pacer, deliver)
        }
        await self.confirm(position)
        self.status.stopped()
    }

    private func deleteWebhook(_ pacer: inout RetryPacer) async {
        while !Task.isCancelled {
            do throws(BotFailure) {
                if try await !self.client.getWebhookInfo().url.isEmpty {
                    try await self.client.deleteWebhook()
                    self.logger.notice("webhook deleted, because updates are polled for")
                }
                return
            } catch {
                await pacer.wait(after: error)
            }
        }
    }

    private func poll(
        _ position: inout Position, _ pacer: inout RetryPacer, _ deliver: ([UpdateBody]) async throws -> Void
    ) async {
        let started = self.timing.now()
        do throws(BotFailure) {
            let batch = try await self.client.getUpdates(
                offset: position.next, limit: self.options.limit, timeout: self.options.timeout,
                allowedUpdates: self.options.allowedUpdates)
            position.told = position.next
            if batch.isEmpty {
                pacer.succeeded()
                await self.pauseIfAnsweredAtOnce(since: started)
            } else {
                await self.handOver(batch, &position, &pacer, deliver)
            }
        } catch {
            // A poll that a stop cut short was told its offset, if it went out at all.
            if Task.isCancelled, case .lost = error { position.told = position.next }
            await pacer.wait(after: error)
        }
    }

    private func handOver(
        _ batch: [UpdateBody], _ position: inout Position, _ pacer: inout RetryPacer,
        _ deliver: ([UpdateBody]) async throws -> Void
    ) async {
        do {
            try await deliver(batch)
        } catch {
            return await pacer.wait(after: "updates could not be stored: \(self.client.clean("\(error)"))")
        }
        self.status.received(batch.count)
        guard let last = batch.last(where: { $0.updateID != nil })?.updateID else {
            return await pacer.wait(after: "updates without an update_id, which cannot be confirmed")
        }
        position.next = last &+ 1
        pacer.succeeded()
    }

    private func pauseIfAnsweredAtOnce(since started: Int64) async {
        guard self.timing.now() - started < self.options.emptyPause.wholeMilliseconds else { return }
        try? await self.timing.sleep(self.options.emptyPause)
    }

    private func confirm(_ position: Position) async {
        guard let next = position.next, next != position.told else { return }
        do throws(BotFailure) {
            try await self.client.confirmUpdates(below: next, within: self.options.stopTimeout)
        } catch {
            // They come again at the next start, and are known then.
            self.logger.info("the last updates were not confirmed", metadata: ["error": "\(error)"])
        }
    }
}
