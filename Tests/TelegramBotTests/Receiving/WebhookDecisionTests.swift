import JSON
import Testing

@testable import TelegramBot

struct WebhookDecisionTests {
    private let url = "https://example.com/hook"

    private func info(_ members: String) throws -> WebhookInfo {
        WebhookInfo(try JSONDocument(#"{"url":"https://example.com/hook",\#(members)}"#).root) { $0 }
    }

    private func decide(
        _ members: String, _ change: (inout WebhookSettings) -> Void = { _ in }
    ) throws -> WebhookDecision {
        var settings = WebhookSettings(url: self.url, secret: try #require(WebhookSecret("s")))
        settings.allowedUpdates = []
        change(&settings)
        return WebhookDecision(settings, try self.info(members), storedFingerprint: settings.fingerprint)
    }

    @Test func `each difference is named`() throws {
        #expect(try self.decide(#""has_custom_certificate":false"#) == .keep)
        #expect(try self.decide(#""x":1"#) { $0.url += "/x" } == .set(because: "url"))
        #expect(try self.decide(#""allowed_updates":["message"]"#) == .set(because: "allowed_updates"))
        #expect(try self.decide(#""x":1"#) { $0.allowedUpdates = ["message"] } == .set(because: "allowed_updates"))
        #expect(try self.decide(#""has_custom_certificate":true"#) == .set(because: "certificate"))
        #expect(try self.decide(#""x":1"#) { $0.certificatePEM = [1] } == .set(because: "certificate"))
        #expect(
            try self.decide(#""max_connections":40"#) { $0.maxConnections = 50 } == .set(because: "max_connections"))
        #expect(try self.decide(#""max_connections":40"#) == .keep)
    }

    @Test func `kinds of updates are compared as sets`() throws {
        let decision = try self.decide(#""allowed_updates":["b","a"]"#) { $0.allowedUpdates = ["a", "b", "a"] }
        #expect(decision == .keep)
    }

    @Test func `every setting has its part in the fingerprint, and their order has none`() throws {
        let secret = try #require(WebhookSecret("s"))
        let base = WebhookSettings(url: self.url, secret: secret)
        let variants: [(inout WebhookSettings) throws -> Void] = [
            { $0.url += "x" }, { $0.secret = try #require(WebhookSecret("t")) }, { $0.allowedUpdates = [] },
            { $0.certificatePEM = [1] }, { $0.maxConnections = 1 },
        ]
        let fingerprints = try variants.map { change in
            var settings = base
            try change(&settings)
            return settings.fingerprint
        }
        #expect(Set(fingerprints + [base.fingerprint]).count == variants.count + 1)
        var reordered = base
        reordered.allowedUpdates.reverse()
        #expect(reordered.fingerprint == base.fingerprint)
        #expect(base.fingerprint.count == 64)
    }
}
