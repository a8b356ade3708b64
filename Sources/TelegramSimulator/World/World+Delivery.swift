/// Handing updates to the webhook.
extension World {
    /// How long nothing but 410 has to be answered until the webhook is removed.
    private static let gonePatience = Duration.seconds(23 * 3_600)

    /// What the deliverer does next. An update that is returned counts as on its way until ``finish(_:_:)``.
    mutating func nextDelivery() -> DeliveryStep {
        while let (lane, id) = self.webhook?.schedule.next(at: self.now), let webhook = self.webhook {
            if let update = self.updates[id], update.expiresAt > self.now {
                return .deliver(
                    Delivery(
                        updateID: id, lane: lane, settings: webhook.settings, generation: webhook.generation,
                        json: update.json))
            }
            self.updates.removeExpired(at: self.now)
            self.webhook?.schedule.drop(lane)
        }
        return .wait(until: self.webhook?.schedule.wake(at: self.now))
    }

    /// An attempt ended.
    mutating func finish(_ delivery: Delivery, _ outcome: DeliveryOutcome) {
        guard self.webhook?.generation == delivery.generation else { return }
        switch outcome {
        case .accepted:
            self.webhook?.goneSince = nil
            if case .resetAfter = self.faults.next(method: FaultPlan.webhook, chat: delivery.lane.id) {
                return self.retry(delivery, after: nil)
            }
            self.updates.remove(id: delivery.updateID)
            self.webhook?.schedule.succeed(delivery.lane, at: self.now)
        case .refused(let status, _, let retryAfterSeconds):
            self.note(outcome)
            self.noteGone(status == 410)
            self.retry(delivery, after: retryAfterSeconds)
        case .failed:
            self.note(outcome)
            self.noteGone(false)
            self.retry(delivery, after: nil)
        }
    }

    private mutating func retry(_ delivery: Delivery, after seconds: Int?) {
        self.webhook?.schedule.fail(
            delivery.lane, retryAfterSeconds: seconds, at: self.now, using: &self.random)
        self.deliveriesChanged()
    }

    private mutating func note(_ outcome: DeliveryOutcome) {
        self.webhook?.lastErrorAt = self.now
        self.webhook?.lastErrorMessage = outcome.errorMessage
    }

    private mutating func noteGone(_ isGone: Bool) {
        guard isGone else {
            self.webhook?.goneSince = nil
            return
        }
        let since = self.webhook?.goneSince ?? self.now
        self.webhook?.goneSince = since
        if self.now - since >= Self.gonePatience.scaled(by: self.timeScale) { self.removeWebhook() }
    }

    /// Starts to deliver what waits to the place that is set.
    mutating func install(_ settings: WebhookSettings) {
        self.webhookGeneration += 1
        var schedule = DeliverySchedule(
            maxConnections: settings.maxConnections, timeScale: self.timeScale, at: self.now)
        for update in self.updates.all { schedule.add(update.id, lane: update.lane) }
        self.webhook = Webhook(settings: settings, generation: self.webhookGeneration, schedule: schedule)
        self.deliveriesChanged()
    }

    /// Stops delivering; what waits goes on waiting.
    mutating func removeWebhook() {
        self.webhook = nil
        self.deliveriesChanged()
    }
}
