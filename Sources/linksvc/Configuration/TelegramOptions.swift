import ArgumentParser

/// The flags about Telegram and about how its updates arrive.
struct TelegramOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The bot's token. Better: --telegram-token-file.", valueName: "token"))
    var telegramToken: String?

    @Option(help: ArgumentHelp("A file that holds the bot's token.", valueName: "file"))
    var telegramTokenFile: String?

    @Option(
        name: .customLong("telegram-api-url"),
        help: ArgumentHelp("The Bot API server. (default: https://api.telegram.org)", valueName: "url"))
    var telegramAPIURL: String?

    @Option(help: ArgumentHelp("Whether to delete the webhook on exit. (default: false)", valueName: "bool"))
    var telegramDeleteWebhook: String?

    @Option(help: ArgumentHelp("How long a poll waits. (default: 50)", valueName: "seconds"))
    var telegramPollingTimeout: String?

    @Option(help: ArgumentHelp("Receive by webhook at this domain. (default: long polling)", valueName: "domain"))
    var webhookDomain: String?

    @Option(help: ArgumentHelp("The webhook's path: random, token, or a path. (default: random)", valueName: "path"))
    var webhookEndpoint: String?

    @Option(help: ArgumentHelp("Where the HTTP server listens. (default: 127.0.0.1)", valueName: "address"))
    var webhookBind: String?

    @Option(help: ArgumentHelp("The HTTP server's port. (default: 8000)", valueName: "port"))
    var webhookPort: String?

    @Option(help: ArgumentHelp("Whether to answer /status. (default: true)", valueName: "bool"))
    var webhookStatusEndpoint: String?

    @Option(help: ArgumentHelp("The networks that may call the webhook. (default: all)", valueName: "cidr,…"))
    var webhookLimitSubnets: String?

    @Option(help: ArgumentHelp("The proxies whose X-Forwarded-For counts. (default: none)", valueName: "cidr,…"))
    var webhookTrustedProxies: String?

    @Option(help: ArgumentHelp("The webhook's secret. Better: --webhook-secret-file.", valueName: "secret"))
    var webhookSecret: String?

    @Option(help: ArgumentHelp("A file that holds the webhook's secret. (default: a random one)", valueName: "file"))
    var webhookSecretFile: String?

    @Option(name: .customLong("webhook-tls-certificate"), help: .hidden)
    var webhookTLSCertificate: String?

    @Option(name: .customLong("webhook-tls-key"), help: .hidden)
    var webhookTLSKey: String?

    @Option(help: .hidden)
    var webhookSelfSigned: String?

    /// The flags that were given, by the names of their settings.
    var flags: [String: String] {
        let given: [SettingName: String?] = [
            .telegramToken: self.telegramToken, .telegramAPIURL: self.telegramAPIURL,
            .telegramDeleteWebhook: self.telegramDeleteWebhook, .telegramPollingTimeout: self.telegramPollingTimeout,
            .webhookDomain: self.webhookDomain, .webhookEndpoint: self.webhookEndpoint, .webhookBind: self.webhookBind,
            .webhookPort: self.webhookPort, .webhookStatusEndpoint: self.webhookStatusEndpoint,
            .webhookLimitSubnets: self.webhookLimitSubnets, .webhookTrustedProxies: self.webhookTrustedProxies,
            .webhookSecret: self.webhookSecret, .webhookTLSCertificate: self.webhookTLSCertificate,
            .webhookTLSKey: self.webhookTLSKey, .webhookSelfSigned: self.webhookSelfSigned,
        ]
        var flags = given.named
        flags[SettingName.telegramToken.fileName] = self.telegramTokenFile
        flags[SettingName.webhookSecret.fileName] = self.webhookSecretFile
        return flags
    }
}
