import LinkService
import Logging

/// Reads the settings: flags > environment > `.env` > `--config` file > defaults.
///
/// Nothing is taken from the process: flags, environment and files are handed in.
struct SettingsReader {
    private var collector: SettingsCollector

    /// Reads all settings of a service.
    ///
    /// - Parameters:
    ///   - flags: What the command line gave, by the names of the settings.
    ///   - configPath: The value of `--config`.
    /// - Throws: Every fault at once; exit code 78.
    static func read(
        flags: [String: String] = [:], environment: [String: String], configPath: String? = nil,
        files: SettingsFiles = .disk
    ) throws(SettingsFailure) -> (settings: Settings, warnings: [String]) {
        var reader = SettingsReader(flags, environment, configPath, files)
        let token = reader.token()
        var settings = Settings(telegram: TelegramSettings(token: token ?? Secret("")))
        reader.readTelegram(into: &settings)
        reader.readHTTP(into: &settings)
        reader.readService(into: &settings)
        return (settings, try reader.finish())
    }

    /// Reads what commands need that work on the data directory alone; other settings are not looked at.
    ///
    /// - Throws: As ``read(flags:environment:configPath:files:)``.
    static func readLocal(
        flags: [String: String] = [:], environment: [String: String], configPath: String? = nil,
        files: SettingsFiles = .disk
    ) throws(SettingsFailure) -> (settings: LocalSettings, warnings: [String]) {
        var reader = SettingsReader(flags, environment, configPath, files)
        let settings = LocalSettings(
            dataDirectory: reader.collector.value(.dataDirectory, ValueParser.path) ?? "./data",
            logging: reader.logging())
        return (settings, try reader.finish())
    }

    private init(
        _ flags: [String: String], _ environment: [String: String], _ configPath: String?, _ files: SettingsFiles
    ) {
        let sources = SettingsSources(flags: flags, environment: environment, configPath: configPath, files: files)
        self.collector = SettingsCollector(sources, files)
        for source in SettingsSource.allCases {
            let names = sources.values[source] ?? [:]
            let isOurs = source == .flags || source == .configFile
            UnknownNames.warnings(in: names.keys, from: sources.label(source), isOurs: isOurs)
                .forEach { self.collector.warn($0) }
        }
    }

    private func finish() throws(SettingsFailure) -> [String] {
        guard self.collector.errors.isEmpty else {
            throw SettingsFailure(errors: self.collector.errors, warnings: self.collector.warnings)
        }
        return self.collector.warnings
    }

    private mutating func token() -> Secret? {
        self.collector.warnIfFlag(.telegramToken)
        let errorsBefore = self.collector.errors.count
        let token = self.collector.value(.telegramToken, ValueParser.botToken)
        if token == nil, self.collector.errors.count == errorsBefore {
            self.collector.refuse(.telegramToken, "is required: the token that @BotFather gave you", from: nil)
        }
        return token
    }

    private mutating func readTelegram(into settings: inout Settings) {
        if let apiURL = self.collector.value(.telegramAPIURL, ValueParser.serverURL) {
            settings.telegram.apiURL = apiURL
            self.warnIfOpen(apiURL)
        }
        let isOwnServer = settings.telegram.apiURL != TelegramSettings.apiURLDefault
        let timeout = self.collector.value(.telegramPollingTimeout) { text throws(ValueFault) in
            try ValueParser.seconds(text, in: Receiving.pollingTimeoutSecondsRange)
        }
        // Read in any case, so that a bad value is told today and not on the day the webhook is switched on.
        let webhook = self.webhook(isOwnServer: isOwnServer)
        if let webhook {
            settings.receiving = .webhook(webhook)
            self.collector.warnIfGiven(.telegramPollingTimeout, "with WEBHOOK_DOMAIN, Telegram calls us")
        } else if self.collector.given(.webhookDomain) == nil {
            settings.receiving = .polling(timeoutSeconds: timeout ?? Receiving.pollingTimeoutSecondsDefault)
            for name in [SettingName.webhookEndpoint, .webhookSecret, .webhookLimitSubnets, .telegramDeleteWebhook] {
                self.collector.warnIfGiven(name, "without WEBHOOK_DOMAIN, the service asks Telegram (long polling)")
            }
        }
    }

    private mutating func webhook(isOwnServer: Bool) -> WebhookSettings? {
        let origin = self.collector.value(.webhookDomain) { text throws(ValueFault) in
            try ValueParser.webhookOrigin(text, isOwnServer: isOwnServer)
        }
        self.collector.warnIfFlag(.webhookSecret)
        let webhook = WebhookSettings(
            origin: origin ?? "",
            endpoint: self.collector.value(.webhookEndpoint, ValueParser.webhookEndpoint) ?? .random,
            secret: self.collector.value(.webhookSecret, ValueParser.webhookSecret),
            filter: AddressFilter(
                allowed: self.collector.value(.webhookLimitSubnets, ValueParser.blocks) ?? [],
                trustedProxies: self.collector.value(.webhookTrustedProxies, ValueParser.blocks) ?? []),
            deletesOnExit: self.collector.value(.telegramDeleteWebhook, ValueParser.bool) ?? false)
        if webhook.filter.allowed.isEmpty {
            self.collector.warnIfGiven(.webhookTrustedProxies, "it is for WEBHOOK_LIMIT_SUBNETS, which is not given")
        }
        return origin == nil ? nil : webhook
    }

    private mutating func readHTTP(into settings: inout Settings) {
        if let host = self.collector.value(.webhookBind, ValueParser.host) { settings.http.host = host }
        if let port = self.collector.value(.webhookPort, ValueParser.port) { settings.http.port = port }
        if let serves = self.collector.value(.webhookStatusEndpoint, ValueParser.bool) {
            settings.http.servesStatus = serves
        }
        for name in [SettingName.webhookTLSCertificate, .webhookTLSKey] {
            self.collector.refuseIfGiven(name, instead: "put a proxy that speaks HTTPS in front of the webhook")
        }
        if self.collector.value(.webhookSelfSigned, ValueParser.bool) == true {
            self.collector.refuseIfGiven(
                .webhookSelfSigned, instead: "put a proxy that speaks HTTPS in front of the webhook")
        }
    }

    private mutating func readService(into settings: inout Settings) {
        if let path = self.collector.value(.dataDirectory, ValueParser.path) { settings.dataDirectory = path }
        if let host = self.collector.value(.rpcBind, ValueParser.loopbackHost) { settings.rpc.host = host }
        if let port = self.collector.value(.rpcPort, ValueParser.port) { settings.rpc.port = port }
        for name in [SettingName.rpcKeysFile, .rpcTLSCertificate, .rpcTLSKey, .rpcTLSClientCA] {
            self.collector.refuseIfGiven(
                name, instead: "without it JSON-RPC is served on loopback, to this machine only")
        }
        let lifetime = self.collector.value(.tokenTTL) { text throws(ValueFault) in
            try ValueParser.seconds(text, in: Settings.tokenLifetimeSecondsRange)
        }
        settings.tokenLifetimeSeconds = lifetime ?? Settings.tokenLifetimeSecondsDefault
        settings.confirmURL = self.collector.value(.confirmURL, ValueParser.confirmURL)
        let defaults = RateSettings()
        settings.rates = RateSettings(
            perSecond: self.rate(.sendRate, upTo: 10_000) ?? defaults.perSecond,
            perSecondAndChat: self.rate(.chatRate, upTo: 10_000) ?? defaults.perSecondAndChat,
            perMinuteAndGroup: self.rate(.groupRate, upTo: 600_000) ?? defaults.perMinuteAndGroup)
        settings.logging = self.logging()
    }

    private mutating func rate(_ name: SettingName, upTo most: Double) -> Double? {
        self.collector.value(name) { text throws(ValueFault) in try ValueParser.rate(text, upTo: most) }
    }

    private mutating func logging() -> LogSettings {
        let level = self.collector.value(.logLevel) { text throws(ValueFault) in
            try ValueParser.choice(text, of: Logger.Level.self)
        }
        let format = self.collector.value(.logFormat) { text throws(ValueFault) in
            try ValueParser.choice(text, of: LogFormat.self)
        }
        return LogSettings(level: level ?? .info, format: format ?? .text)
    }

    /// Everything sent to a server holds the bot's token.
    private mutating func warnIfOpen(_ apiURL: String) {
        let host = apiURL.dropFirst("http://".count).prefix { $0 != ":" && $0 != "/" }
        let isBracketedLoopback = apiURL.hasPrefix("http://[::1]")
        guard apiURL.hasPrefix("http://"), !ValueParser.isLoopback(String(host)), !isBracketedLoopback else { return }
        self.collector.warn("TELEGRAM_API_URL is http: the bot's token crosses the network readable by anybody")
    }
}
