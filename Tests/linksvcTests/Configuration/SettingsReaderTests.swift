import LinkService
import Logging
import Testing

@testable import linksvc

@Suite struct SettingsReaderTests {
    @Test func `a token alone gives the documented defaults and no warning`() throws {
        let (settings, warnings) = try SettingsFixture().read()
        #expect(settings == Settings(telegram: TelegramSettings(token: Secret(SettingsFixture.token))))
        #expect(warnings == [])
        #expect(settings.telegram.apiURL == "https://api.telegram.org")
        #expect(settings.receiving == .polling(timeoutSeconds: 50))
        #expect(settings.http == HTTPSettings(host: "127.0.0.1", port: 8_000, servesStatus: true))
        #expect(settings.rpc == RPCSettings(host: "127.0.0.1", port: 7_410))
        #expect(settings.dataDirectory == "./data")
        #expect(settings.tokenLifetimeSeconds == 900)
        #expect(settings.confirmURL == nil)
        #expect(settings.rates == RateSettings(perSecond: 30, perSecondAndChat: 1, perMinuteAndGroup: 20))
        #expect(settings.logging == LogSettings(level: .info, format: .text))
    }

    @Test func `every setting is read`() throws {
        let settings = try SettingsFixture.settings([
            "TELEGRAM_API_URL": "http://127.0.0.1:8081/", "TELEGRAM_POLLING_TIMEOUT": "0", "WEBHOOK_BIND": "::1",
            "WEBHOOK_PORT": "0", "WEBHOOK_STATUS_ENDPOINT": "no", "LINKSVC_DATA_DIR": "/var/lib/linksvc",
            "LINKSVC_RPC_BIND": "127.0.0.2", "LINKSVC_RPC_PORT": "65535", "LINKSVC_TOKEN_TTL": "30",
            "LINKSVC_CONFIRM_URL": "https://app.example.com/telegram?code={code}", "LINKSVC_SEND_RATE": "0.5",
            "LINKSVC_CHAT_RATE": "2", "LINKSVC_GROUP_RATE": "60", "LINKSVC_LOG_LEVEL": "WARNING",
            "LINKSVC_LOG_FORMAT": "json",
        ])
        #expect(settings.telegram.apiURL == "http://127.0.0.1:8081")
        #expect(settings.receiving == .polling(timeoutSeconds: 0))
        #expect(settings.http == HTTPSettings(host: "::1", port: 0, servesStatus: false))
        #expect(settings.dataDirectory == "/var/lib/linksvc")
        #expect(settings.rpc == RPCSettings(host: "127.0.0.2", port: 65_535))
        #expect(settings.tokenLifetimeSeconds == 30)
        #expect(settings.confirmURL?.url(code: "c") == "https://app.example.com/telegram?code=c")
        #expect(settings.rates == RateSettings(perSecond: 0.5, perSecondAndChat: 2, perMinuteAndGroup: 60))
        #expect(settings.logging == LogSettings(level: .warning, format: .json))
    }

    @Test func `a domain switches to the webhook, and takes its settings along`() throws {
        let settings = try SettingsFixture.settings([
            "WEBHOOK_DOMAIN": "bot.example.com", "WEBHOOK_ENDPOINT": "/telegram/updates",
            "WEBHOOK_SECRET": "a-long-secret_0123456789", "TELEGRAM_DELETE_WEBHOOK": "true",
            "WEBHOOK_LIMIT_SUBNETS": "149.154.160.0/20, 91.108.4.0/22", "WEBHOOK_TRUSTED_PROXIES": "127.0.0.1",
        ])
        guard case .webhook(let webhook) = settings.receiving else {
            Issue.record("\(settings.receiving)")
            return
        }
        #expect(webhook.origin == "https://bot.example.com")
        #expect(webhook.endpoint == .path("telegram/updates"))
        #expect(webhook.secret == Secret("a-long-secret_0123456789"))
        #expect(webhook.deletesOnExit)
        #expect(webhook.filter.admits(peer: IPAddress("127.0.0.1"), forwardedFor: ["91.108.5.1"]))
        #expect(!webhook.filter.admits(peer: IPAddress("203.0.113.5"), forwardedFor: []))
    }

    @Test func `a bad domain is an error, not a silent return to polling`() {
        #expect(SettingsFixture.errors(["WEBHOOK_DOMAIN": "bot.example.com/hook"]).count == 1)
    }

    @Test func `a missing token is asked for`() {
        var fixture = SettingsFixture()
        fixture.environment = [:]
        #expect(fixture.errors().count == 1)
        #expect(fixture.errors().first?.hasPrefix("TELEGRAM_TOKEN: is required") == true)
    }

    @Test func `all faults are told at once, each with name, origin, fault and example`() {
        let errors = SettingsFixture.errors([
            "WEBHOOK_PORT": "80x", "LINKSVC_TOKEN_TTL": "29", "TELEGRAM_TOKEN": "nope",
        ])
        #expect(errors.count == 3)
        #expect(
            errors.contains(
                "WEBHOOK_PORT (environment): \"80x\" is not a port from 0 to 65535 (0 takes any free one); "
                    + "for example WEBHOOK_PORT=8000"))
    }

    @Test func `the value of a secret is in no message`() {
        for name in ["TELEGRAM_TOKEN", "WEBHOOK_SECRET"] {
            let errors = SettingsFixture.errors([name: "hunter2 is my pass"])
            #expect(errors.count == 1)
            #expect(errors.allSatisfy { !$0.contains("hunter2") })
        }
    }

    @Test func `a secret on the command line is warned about, and its file is not`() throws {
        var fixture = SettingsFixture(flags: ["TELEGRAM_TOKEN": SettingsFixture.token])
        #expect(try fixture.read().warnings.contains { $0.contains("ps") })
        fixture.flags = ["TELEGRAM_TOKEN_FILE": "/t"]
        fixture.files = ["/t": SettingsFixture.token]
        #expect(try fixture.read().warnings == [])
    }

    @Test func `webhook settings without a domain are warned about`() throws {
        let warnings = try SettingsFixture.warnings(["WEBHOOK_ENDPOINT": "token", "WEBHOOK_SECRET": "abcdefgh"])
        #expect(warnings.count == 2)
        #expect(warnings.allSatisfy { $0.contains("WEBHOOK_DOMAIN") })
    }

    @Test(arguments: [
        ("http://10.0.0.5:8081", 1), ("http://localhost:8081", 0), ("http://[::1]:1", 0), ("https://10.0.0.5", 0),
    ])
    func `a token that crosses a network in the clear is warned about`(url: String, count: Int) throws {
        #expect(try SettingsFixture.warnings(["TELEGRAM_API_URL": url]).count == count)
    }

    @Test(arguments: [
        "LINKSVC_RPC_KEYS_FILE", "LINKSVC_RPC_TLS_CERTIFICATE", "LINKSVC_RPC_TLS_KEY", "LINKSVC_RPC_TLS_CLIENT_CA",
        "WEBHOOK_TLS_CERTIFICATE", "WEBHOOK_TLS_KEY",
    ])
    func `what is documented and not built is refused, never ignored`(name: String) {
        #expect(
            SettingsFixture.errors([name: "/etc/x"]).map { $0.contains("\(name) (environment): is not supported yet") }
                == [true])
    }

    @Test func `a self-signed certificate is refused only when it is wanted`() {
        #expect(SettingsFixture.errors(["WEBHOOK_SELF_SIGNED": "true"]).count == 1)
        #expect(SettingsFixture.errors(["WEBHOOK_SELF_SIGNED": "false"]).count == 0)
    }

    @Test func `the settings for offline work need no token and mind no others`() throws {
        var fixture = SettingsFixture()
        fixture.environment = ["LINKSVC_DATA_DIR": "/d", "WEBHOOK_PORT": "x", "LINKSVC_LOG_LEVEL": "debug"]
        let settings = try fixture.readLocal().settings
        #expect(settings == LocalSettings(dataDirectory: "/d", logging: LogSettings(level: .debug)))
    }
}
