internal import Linking
internal import Logging
internal import ServiceLifecycle
internal import TelegramBot

/// How updates come in: by polling, or through the webhook of the HTTP server. One path lies behind both.
struct Receiver: Sendable {
    enum Way: Sendable {
        case polling(PollingOptions)
        case webhook(TelegramBot.WebhookSettings, state: WebhookState, deletesOnExit: Bool)
    }

    let way: Way
    let client: BotClient
    let status: ReceiverStatus
    let logger: Logger

    /// Receives until the service stops.
    func run(as bot: BotProfile, core: ServiceCore) async {
        switch self.way {
        case .polling(let options):
            let poller = PollingReceiver(
                client: self.client, options: options, status: self.status, logger: self.logger)
            await cancelWhenGracefulShutdown {
                await poller.run { try await self.take($0, as: bot, core) }
            }
        case .webhook(let settings, let state, let deletesOnExit):
            let registration = WebhookRegistration(
                client: self.client, settings: settings, status: self.status, logger: self.logger)
            await cancelWhenGracefulShutdown {
                guard let fingerprint = try? await registration.ensure(storedFingerprint: state.fingerprint) else {
                    return
                }
                state.store(fingerprint, self.logger)
                try? await gracefulShutdown()
            }
            if deletesOnExit { _ = await registration.remove() }
        }
    }

    /// Records a batch; returns once all of it is on disk.
    private func take(_ bodies: [UpdateBody], as bot: BotProfile, _ core: ServiceCore) async throws {
        let intake = core.intake(as: bot)
        var commands: [ReceiveUpdate] = []
        commands.reserveCapacity(bodies.count)
        for body in bodies { commands.append(try intake.command(for: body)) }
        try await core.journal.performAll(commands, by: "telegram")
    }
}
