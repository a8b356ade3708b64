import Cryptography
import JSON
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct WebhookTests {
        @Test func `only Telegram gets in, only what is no JSON is refused, and nothing odd is lost`() async throws {
            try await withTelegram { simulator, home in
                let service = try await home.serve(Webhook.settings())
                try await simulator.wait { $0.webhook != nil }
                #expect(simulator.status.webhook?.secretToken == Webhook.secret)
                try await self.checkSecret(of: service)
                try await self.checkRefusals(of: service)
                let token = try await service.call("issueToken") { $0.member("userId", "ann") }["token"]?.string ?? ""
                let odd = Self.oddUpdates + Self.oddUpdates(with: token)
                for body in odd {
                    let status = try await service.post(Array(body.utf8), to: "/hook", secret: Webhook.secret)
                    #expect(status == 200, "\(body.prefix(60))")
                }
                try await self.checkStored(odd, token, in: service, home)
                #expect(try await service.stop() == 0)
                let verified = try await home.run("verify")
                #expect(verified.status == 0, "\(verified.errors)")
            }
        }

        /// Valid by RFC 8259, and nothing that Telegram would send.
        private static let oddUpdates = [
            "[]", #""x""#, "0", "null", "true", " {} ", #"{"update_id":"7"}"#, #"{"update_id":1.5,"message":[]}"#,
            #"{"update_id":99999999999999999999999}"#, #"{"update_id":11,"message":{"chat":{"id":1e400}}}"#,
            #"{"update_id":12,"message":{"text":"half \ud800 pair"}}"#,
            #"{"update_id":13,"update_id":14,"message":{},"message":null}"#,
            #"{"update_id":15,"message":"# + String(repeating: "[", count: 40) + String(repeating: "]", count: 40)
                + "}",
            #"{"update_id":16,"brand_new_kind":{"a":"\u0000"}}"#,
            #"{"update_id":17,"message":{"message_id":1,"chat":{"id":5,"type":"private"},"text":"/start","entities":[{"offset":-1,"length":9223372036854775807,"type":"bot_command"}]}}"#,
        ]

        /// The same with a live token somewhere inside.
        private static func oddUpdates(with token: String) -> [String] {
            [
                #"{"update_id":21,"message":{"text":"see /start "# + token + #" \ud800"}}"#,
                #"{"update_id":22,"message":{"text":""# + token + #"","text":"x"}}"#,
                #"{"update_id":23,""# + token + #"":1}"#,
                #"["https://t.me/simulator_bot?start="# + token + #""]"#,
            ]
        }

        private func checkSecret(of service: RunningService) async throws {
            let body = Array(#"{"update_id":1,"message":{}}"#.utf8)
            #expect(try await service.post(body, to: "/hook", secret: nil) == 401)
            #expect(try await service.post(body, to: "/hook", secret: "wrong") == 401)
            #expect(try await service.post(body, to: "/hook", secret: Webhook.secret + "x") == 401)
            #expect(try await service.post(body, to: "/other", secret: Webhook.secret) == 404)
            #expect(try await service.records("update.received").isEmpty)
        }

        private func checkRefusals(of service: RunningService) async throws {
            let refused: [[UInt8]] = [
                [], Array(#"{"update_id":1"#.utf8), Array("hello".utf8), Array("{} {}".utf8), Array("{'a':1}".utf8),
                Array(#"{"a":"\#u{1}"}"#.utf8), [0x22, 0xFF, 0x22], Array("01".utf8),
            ]
            for body in refused {
                let status = try await service.post(body, to: "/hook", secret: Webhook.secret)
                #expect(status == 400, "\(String(decoding: body, as: UTF8.self))")
            }
            #expect(try await service.records("update.received").isEmpty)
        }

        private func checkStored(
            _ odd: [String], _ token: String, in service: RunningService, _ home: TestHome
        ) async throws {
            let replaced = "sha256:\(SHA256.hash(token).hex)"
            let records = try await service.records("update.received")
            #expect(records.count == odd.count)
            for (body, record) in zip(odd, records) {
                let stored = try #require(record["personal"]?["update"])
                let expected = body.replacing(token, with: replaced)
                if (try? JSONDocument(body)) == nil {
                    #expect(stored.string == expected)
                } else {
                    #expect(Array(stored.text) == (try JSONDocument(expected).root.minified))
                }
            }
            let replay = try await home.run("replay")
            #expect(!replay.output.contains(token))
        }
    }
}
