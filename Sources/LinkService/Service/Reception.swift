internal import Linking
internal import Logging
internal import TelegramBot

/// The receiver that the settings ask for, and the route that goes with a webhook.
struct Reception {
    let receiver: Receiver
    let route: WebhookRoute?
    let path: String?

    init(_ settings: Settings, client: BotClient, core: ServiceCore, logger: Logger) throws {
        switch settings.receiving {
        case .polling(let seconds):
            let status = ReceiverStatus(mode: .polling)
            self.receiver = Receiver(
                way: .polling(PollingOptions(timeout: .seconds(seconds))), client: client, status: status,
                logger: logger)
            self.route = nil
            self.path = nil
        case .webhook(let webhook):
            let status = ReceiverStatus(mode: .webhook)
            let state = try WebhookState(dataDirectory: settings.dataDirectory)
            let path = Self.path(webhook.endpoint, state, token: settings.telegram.token.revealed)
            let secret = webhook.secret.flatMap { WebhookSecret($0.revealed) } ?? state.secret
            let wanted = TelegramBot.WebhookSettings(url: webhook.origin + path, secret: secret)
            self.receiver = Receiver(
                way: .webhook(wanted, state: state, deletesOnExit: webhook.deletesOnExit), client: client,
                status: status, logger: logger)
            self.route = WebhookRoute(
                core: core, secret: secret, filter: webhook.filter, status: status)
            self.path = path
        }
    }

    private static func path(_ endpoint: WebhookEndpoint, _ state: WebhookState, token: String) -> String {
        switch endpoint {
        case .random: "/\(state.endpoint)"
        case .token: "/\(token)"
        case .path(let path): path.hasPrefix("/") ? path : "/\(path)"
        }
    }
}
