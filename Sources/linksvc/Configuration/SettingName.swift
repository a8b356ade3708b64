/// Every setting, by the name it has in the environment.
enum SettingName: String, CaseIterable, Sendable {
    case telegramToken = "TELEGRAM_TOKEN"
    case telegramAPIURL = "TELEGRAM_API_URL"
    case telegramDeleteWebhook = "TELEGRAM_DELETE_WEBHOOK"
    case telegramPollingTimeout = "TELEGRAM_POLLING_TIMEOUT"
    case webhookDomain = "WEBHOOK_DOMAIN"
    case webhookEndpoint = "WEBHOOK_ENDPOINT"
    case webhookBind = "WEBHOOK_BIND"
    case webhookPort = "WEBHOOK_PORT"
    case webhookStatusEndpoint = "WEBHOOK_STATUS_ENDPOINT"
    case webhookLimitSubnets = "WEBHOOK_LIMIT_SUBNETS"
    case webhookTrustedProxies = "WEBHOOK_TRUSTED_PROXIES"
    case webhookSecret = "WEBHOOK_SECRET"
    case webhookTLSCertificate = "WEBHOOK_TLS_CERTIFICATE"
    case webhookTLSKey = "WEBHOOK_TLS_KEY"
    case webhookSelfSigned = "WEBHOOK_SELF_SIGNED"
    case dataDirectory = "LINKSVC_DATA_DIR"
    case rpcBind = "LINKSVC_RPC_BIND"
    case rpcPort = "LINKSVC_RPC_PORT"
    case rpcKeysFile = "LINKSVC_RPC_KEYS_FILE"
    case rpcTLSCertificate = "LINKSVC_RPC_TLS_CERTIFICATE"
    case rpcTLSKey = "LINKSVC_RPC_TLS_KEY"
    case rpcTLSClientCA = "LINKSVC_RPC_TLS_CLIENT_CA"
    case tokenTTL = "LINKSVC_TOKEN_TTL"
    case confirmURL = "LINKSVC_CONFIRM_URL"
    case sendRate = "LINKSVC_SEND_RATE"
    case chatRate = "LINKSVC_CHAT_RATE"
    case groupRate = "LINKSVC_GROUP_RATE"
    case logLevel = "LINKSVC_LOG_LEVEL"
    case logFormat = "LINKSVC_LOG_FORMAT"

    /// The variable that names the `.env` file. It is read from the environment alone.
    static let environmentFile = "ENV_FILE"

    /// What is added to a secret's name where a file holds the secret.
    static let fileSuffix = "_FILE"

    /// Whether the value must never be shown, and may be kept in a file of its own.
    var isSecret: Bool { self == .telegramToken || self == .webhookSecret }

    /// The name under which a secret's file is given.
    var fileName: String { self.rawValue + Self.fileSuffix }

    /// All names that mean something: the settings, and the files of the secret ones.
    static let known = Set(Self.allCases.map(\.rawValue) + Self.allCases.filter(\.isSecret).map(\.fileName))

    /// A value that works, for whoever gave one that does not.
    var example: String {
        switch self {
        case .telegramToken: "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz012345678"
        case .telegramAPIURL: "https://api.telegram.org"
        case .telegramDeleteWebhook, .webhookStatusEndpoint: "true"
        case .telegramPollingTimeout: "50"
        case .webhookDomain: "bot.example.com"
        case .webhookEndpoint: "random"
        case .webhookBind, .rpcBind: "127.0.0.1"
        case .webhookPort: "8000"
        case .webhookLimitSubnets: "149.154.160.0/20,91.108.4.0/22"
        case .webhookTrustedProxies: "127.0.0.1,10.0.0.0/8"
        case .webhookSecret: "a-long-random-text_0123456789"
        case .webhookTLSCertificate, .rpcTLSCertificate: "/etc/linksvc/cert.pem"
        case .webhookTLSKey, .rpcTLSKey: "/etc/linksvc/key.pem"
        case .webhookSelfSigned: "false"
        case .dataDirectory: "./data"
        case .rpcPort: "7410"
        case .rpcKeysFile: "/etc/linksvc/keys"
        case .rpcTLSClientCA: "/etc/linksvc/ca.pem"
        case .tokenTTL: "900"
        case .confirmURL: "https://app.example.com/telegram?code={code}"
        case .sendRate: "30"
        case .chatRate: "1"
        case .groupRate: "20"
        case .logLevel: "info"
        case .logFormat: "text"
        }
    }
}
