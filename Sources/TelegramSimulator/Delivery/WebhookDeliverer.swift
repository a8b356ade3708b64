import AsyncHTTPClient
import NIOCore

/// Brings updates to the webhook, as many at once as it was set for.
struct WebhookDeliverer: Sendable {
    let simulator: Simulator
    let client: HTTPClient

    /// Redirects are failures, connections are kept, and everything else is the schedule's business.
    static func clientConfiguration(timeout: Duration) -> HTTPClient.Configuration {
        var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
        // The request's own time-out ends with the answer's head.
        configuration.timeout.read = TimeAmount(timeout)
        // The schedule bounds how many there are.
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 100
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.httpVersion = .http1Only
        return configuration
    }

    /// Returns when the task is cancelled.
    func run() async {
        await withDiscardingTaskGroup { group in
            while !Task.isCancelled {
                let wake = OneShot<Void>()
                switch self.nextStep(wake) {
                case .deliver(let delivery): group.addTask { await self.work(from: delivery) }
                case .wait(until: let due?):
                    let rest = max(.zero, due - self.simulator.clock.now())
                    _ = await wake.value(within: rest, clock: self.simulator.clock)
                case .wait(until: nil): _ = await wake.value()
                }
            }
            group.cancelAll()
        }
    }

    /// Delivers one update after the other for as long as there is one to deliver.
    private func work(from first: Delivery) async {
        var next: Delivery? = first
        while let delivery = next {
            let post = WebhookPost(delivery, timeout: self.simulator.configuration.webhookTimeout)
            let (outcome, call) = await post.send(self.client)
            if Task.isCancelled { return }
            if let call { _ = await self.simulator.call(call.method, call.parameters) }
            next = self.simulator.update { world in
                world.finish(delivery, outcome)
                if case .deliver(let following) = world.nextDelivery() { return following }
                // Who waits for the next retry has to know when that is now.
                world.deliveriesChanged()
                return nil
            }
        }
    }

    private func nextStep(_ wake: OneShot<Void>) -> DeliveryStep {
        self.simulator.updateState { state in
            let step = state.world.nextDelivery()
            if case .wait = step { state.deliverer = wake }
            return step
        }
    }
}
