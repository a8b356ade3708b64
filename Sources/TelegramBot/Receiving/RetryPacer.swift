import Logging

/// Waits after failures, and tells status and log of them.
struct RetryPacer {
    let status: ReceiverStatus
    let timing: Timing
    let logger: Logger
    private var backoff: Backoff

    init(status: ReceiverStatus, timing: Timing, logger: Logger, backoff: Backoff) {
        self.status = status
        self.timing = timing
        self.logger = logger
        self.backoff = backoff
    }

    /// Notes that all is well.
    mutating func succeeded() {
        self.backoff.reset()
        if self.status.succeeded() {
            self.logger.info("receiving updates", metadata: ["mode": "\(self.status.snapshot.mode.rawValue)"])
        }
    }

    /// Waits as long as `failure` asks for; less when the task is cancelled.
    mutating func wait(after failure: BotFailure) async {
        await self.wait(failure, "\(failure)")
    }

    /// Waits after a failure that is not Telegram's.
    mutating func wait(after reason: String) async {
        await self.wait(nil, reason)
    }

    private mutating func wait(_ failure: BotFailure?, _ reason: String) async {
        guard !Task.isCancelled else { return }
        let wait = self.backoff.wait(after: failure, random: self.timing.random())
        self.status.failed(
            reason, failures: self.backoff.failures, isUnauthorized: failure?.isUnauthorized ?? false, wait: wait)
        self.logger.warning(
            "receiving updates failed",
            metadata: ["error": "\(reason)", "wait": "\(wait)", "failures": "\(self.backoff.failures)"])
        try? await self.timing.sleep(wait)
    }
}
