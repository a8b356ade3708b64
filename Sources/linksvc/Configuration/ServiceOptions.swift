import ArgumentParser
import LinkService

/// Every setting as a flag: the command line of `serve`.
struct ServiceOptions: ParsableArguments {
    @OptionGroup
    var local: LocalOptions

    @OptionGroup(title: "Telegram")
    var telegram: TelegramOptions

    @Option(
        name: [.customLong("rpc-bind"), .customLong("linksvc-rpc-bind")],
        help: ArgumentHelp("Where JSON-RPC listens. (default: 127.0.0.1)", valueName: "address"))
    var rpcBind: String?

    @Option(
        name: [.customLong("rpc-port"), .customLong("linksvc-rpc-port")],
        help: ArgumentHelp("The JSON-RPC port; 0 takes any. (default: 7410)", valueName: "port"))
    var rpcPort: String?

    @Option(name: [.customLong("rpc-keys-file"), .customLong("linksvc-rpc-keys-file")], help: .hidden)
    var rpcKeysFile: String?

    @Option(name: [.customLong("rpc-tls-certificate"), .customLong("linksvc-rpc-tls-certificate")], help: .hidden)
    var rpcTLSCertificate: String?

    @Option(name: [.customLong("rpc-tls-key"), .customLong("linksvc-rpc-tls-key")], help: .hidden)
    var rpcTLSKey: String?

    @Option(name: [.customLong("rpc-tls-client-ca"), .customLong("linksvc-rpc-tls-client-ca")], help: .hidden)
    var rpcTLSClientCA: String?

    @Option(
        name: [.customLong("token-ttl"), .customLong("linksvc-token-ttl")],
        help: ArgumentHelp("How long a link token lives. (default: 900)", valueName: "seconds"))
    var tokenTTL: String?

    @Option(
        name: [.customLong("confirm-url"), .customLong("linksvc-confirm-url")],
        help: ArgumentHelp("The page that confirms a chat, with {code} in it. (default: none)", valueName: "url"))
    var confirmURL: String?

    @Option(
        name: [.customLong("send-rate"), .customLong("linksvc-send-rate")],
        help: ArgumentHelp("Messages a second. (default: 30)", valueName: "rate"))
    var sendRate: String?

    @Option(
        name: [.customLong("chat-rate"), .customLong("linksvc-chat-rate")],
        help: ArgumentHelp("Messages a second to one chat. (default: 1)", valueName: "rate"))
    var chatRate: String?

    @Option(
        name: [.customLong("group-rate"), .customLong("linksvc-group-rate")],
        help: ArgumentHelp("Messages a minute to one group. (default: 20)", valueName: "rate"))
    var groupRate: String?

    /// The flags that were given, by the names of their settings.
    var flags: [String: String] {
        let given: [SettingName: String?] = [
            .rpcBind: self.rpcBind, .rpcPort: self.rpcPort, .rpcKeysFile: self.rpcKeysFile,
            .rpcTLSCertificate: self.rpcTLSCertificate, .rpcTLSKey: self.rpcTLSKey,
            .rpcTLSClientCA: self.rpcTLSClientCA, .tokenTTL: self.tokenTTL, .confirmURL: self.confirmURL,
            .sendRate: self.sendRate, .chatRate: self.chatRate, .groupRate: self.groupRate,
        ]
        return given.named.merging(self.local.flags) { $1 }.merging(self.telegram.flags) { $1 }
    }

    /// The settings of a service.
    func settings(
        environment: [String: String]
    ) throws(SettingsFailure) -> (settings: Settings, warnings: [String]) {
        try SettingsReader.read(flags: self.flags, environment: environment, configPath: self.local.config)
    }
}
