internal import Linking
internal import TelegramBot

/// The way of receiving that the settings ask for, and the route that goes with a webhook.
struct Reception {
    let way: Receiver.Way
    let status: ReceiverStatus
    let route: WebhookRoute?
    let path: String?

    init(_ settings: Settings, core: ServiceCore) throws {
        switch settings.receiving {
        case .polling(let seconds):
            self.status = ReceiverStatus(mode: .polling)
            self.way = .polling(PollingOptions(timeout: .seconds(seconds)))
            self.route = nil
            self.path = nil
        case .webhook(let webhook):
            self.status = ReceiverStatus(mode: .webhook)
            let state = try WebhookState(dataDirectory: settings.dataDirectory)
            let path = Self.path(webhook.endpoint, state, token: settings.telegram.token.revealed)
            let secret = webhook.secret.flatMap { WebhookSecret($0.revealed) } ?? state.secret
            let wanted = TelegramBot.WebhookSettings(url: webhook.origin + path, secret: secret)
            self.way = .webhook(wanted, state: state, deletesOnExit: webhook.deletesOnExit)
            self.route = WebhookRoute(core: core, secret: secret, filter: webhook.filter, status: self.status)
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
