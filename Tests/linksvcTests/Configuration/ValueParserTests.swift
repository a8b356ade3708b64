import LinkService
import Testing

@testable import linksvc

@Suite struct ValueParserTests {
    /// Every bad value is one error that shows it, the setting and an example.
    @Test(arguments: [
        (
            "TELEGRAM_API_URL",
            [
                "telegram", "ftp://x.example", "https://", "https://u:p@x.example", "https://x.example?a=b",
                "https://x.example:0", "https://x y",
            ]
        ),
        ("TELEGRAM_DELETE_WEBHOOK", ["maybe", "2", "truefalse"]),
        ("TELEGRAM_POLLING_TIMEOUT", ["51", "-1", "1.5", "50s", "+5", "99999999999999999999"]),
        (
            "WEBHOOK_DOMAIN",
            [
                "http://bot.example.com", "https://bot.example.com/x", "bot.example.com:8080", "bot..example", "a b",
                "-x.example", "https://?",
            ]
        ),
        ("WEBHOOK_ENDPOINT", ["a b", "a//b", "../x", "/", "metrics", "/status", "a?b", "ü"]),
        ("WEBHOOK_BIND", ["0.0.0.0.0", "a b", "1.2.3", "http://x"]),
        ("WEBHOOK_PORT", ["65536", "-1", "eighty", "8000 "]),
        ("WEBHOOK_STATUS_ENDPOINT", ["status"]),
        ("WEBHOOK_LIMIT_SUBNETS", ["telegram", "149.154.160.1/20", "1.2.3.4/20;5.6.7.8"]),
        ("WEBHOOK_TRUSTED_PROXIES", ["proxy"]),
        ("LINKSVC_RPC_BIND", ["0.0.0.0", "::", "192.168.1.1", "example.com"]),
        ("LINKSVC_RPC_PORT", ["70000"]),
        ("LINKSVC_TOKEN_TTL", ["29", "604801", "15m"]),
        (
            "LINKSVC_CONFIRM_URL",
            [
                "https://app.example.com/", "app.example.com?c={code}", "https://{code}.example.com",
                "ftp://x.example/{code}",
            ]
        ),
        ("LINKSVC_SEND_RATE", ["0", "-1", "fast", "nan", "inf", "1e9"]),
        ("LINKSVC_CHAT_RATE", ["0"]),
        ("LINKSVC_GROUP_RATE", ["600001"]),
        ("LINKSVC_LOG_LEVEL", ["verbose"]),
        ("LINKSVC_LOG_FORMAT", ["xml"]),
    ])
    func `a bad value is named, shown, and set right by an example`(name: String, values: [String]) {
        for value in values {
            let errors = SettingsFixture.errors([name: value])
            #expect(errors.count == 1, "\(name)=\(value): \(errors)")
            #expect(
                errors.allSatisfy { $0.hasPrefix("\(name) (environment): ") && $0.contains("; for example \(name)=") })
        }
    }

    @Test func `every example in a message works`() {
        let unbuilt: Set<SettingName> = [
            .rpcKeysFile, .rpcTLSCertificate, .rpcTLSKey, .rpcTLSClientCA, .webhookTLSCertificate, .webhookTLSKey,
        ]
        for name in SettingName.allCases where !unbuilt.contains(name) {
            #expect(SettingsFixture.errors([name.rawValue: name.example]) == [], "\(name.rawValue)")
        }
    }

    @Test(arguments: [
        ("true", true), ("TRUE", true), ("yes", true), ("on", true), ("1", true), ("false", false), ("No", false),
        ("off", false), ("0", false),
    ])
    func `a switch is read as people write it`(text: String, isOn: Bool) throws {
        #expect(try ValueParser.bool(text) == isOn)
    }

    @Test(arguments: [
        ("bot.example.com", "https://bot.example.com"), ("https://bot.example.com/", "https://bot.example.com"),
        ("bot.example.com:8443", "https://bot.example.com:8443"), ("203.0.113.9", "https://203.0.113.9"),
    ])
    func `a domain is taken with and without its scheme`(text: String, origin: String) throws {
        #expect(try ValueParser.webhookOrigin(text, isOwnServer: false) == origin)
    }

    @Test func `a Bot API server of one's own may call http and any port`() throws {
        #expect(try ValueParser.webhookOrigin("http://127.0.0.1:8000", isOwnServer: true) == "http://127.0.0.1:8000")
        #expect(throws: ValueFault.self) { try ValueParser.webhookOrigin("http://127.0.0.1:8000", isOwnServer: false) }
    }

    @Test(arguments: [
        ("random", WebhookEndpoint.random), ("token", .token), ("/a/b.c", .path("a/b.c")), ("x", .path("x")),
    ])
    func `an endpoint is random, the token, or a path`(text: String, endpoint: WebhookEndpoint) throws {
        #expect(try ValueParser.webhookEndpoint(text) == endpoint)
    }

    @Test(arguments: ["", "123", ":abc", "123:", "12a:abc", "123:a b", "123:abc:def", "123:äbc", "123:abc\n"])
    func `what cannot be a bot's token is refused`(text: String) {
        #expect(throws: ValueFault.self) { try ValueParser.botToken(text) }
    }

    @Test func `a webhook's secret has the length and letters that Telegram takes`() throws {
        _ = try ValueParser.webhookSecret(String(repeating: "a", count: 256))
        #expect(throws: ValueFault.self) { try ValueParser.webhookSecret(String(repeating: "a", count: 257)) }
        #expect(throws: ValueFault.self) { try ValueParser.webhookSecret("a.b") }
    }

    @Test func `loopback has many names`() throws {
        for host in ["127.0.0.1", "127.1.2.3", "::1", "localhost", "LOCALHOST"] {
            #expect(try ValueParser.loopbackHost(host) == host)
        }
    }

    @Test func `listening off loopback is refused with the reason`() {
        #expect(
            SettingsFixture.errors(["LINKSVC_RPC_BIND": "0.0.0.0"]).first?.contains("keys and TLS are not built yet")
                == true)
    }
}
