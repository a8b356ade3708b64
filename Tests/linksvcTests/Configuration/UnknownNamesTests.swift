import Testing

@testable import linksvc

@Suite struct UnknownNamesTests {
    @Test(arguments: [
        ("LINKSVC_DATADIR", "LINKSVC_DATA_DIR"), ("LINKSVC_RPC_PROT", "LINKSVC_RPC_PORT"),
        ("TELEGRAM_BOT_TOKEN", "TELEGRAM_TOKEN"), ("WEBHOOK_DOMIAN", "WEBHOOK_DOMAIN"),
        ("TELEGRAM_TOKENFILE", "TELEGRAM_TOKEN_FILE"),
    ])
    func `a misspelt name is told with the nearest that exists`(name: String, nearest: String) throws {
        #expect(
            try SettingsFixture.warnings([name: "1"])
                == ["\(name) (environment) is not a setting of linksvc; did you mean \(nearest)?"])
    }

    @Test(arguments: [
        "REDIS_URL", "REDIS_QUEUE_NAME", "PUBLISHER_CONNECT_TIMEOUT", "TEARDOWN_TIMEOUT", "WEBHOOK_PUBLISH_TIMEOUT",
    ])
    func `a setting of the updates receiver that has no effect is never ignored silently`(name: String) throws {
        let warnings = try SettingsFixture.warnings([name: "redis://localhost"])
        #expect(warnings.count == 1)
        #expect(warnings.first?.hasPrefix("\(name) (environment) has no effect: ") == true)
    }

    @Test func `other people's variables are none of our business`() throws {
        #expect(try SettingsFixture.warnings(["PATH": "/bin", "LINKS": "1", "ENV_FILE": ""]) == [])
    }

    @Test func `in our own file every unknown name is told`() throws {
        let fixture = SettingsFixture(configPath: "c.json", files: ["c.json": #"{"colour": "red", "ENV_FILE": "x"}"#])
        #expect(try fixture.read().warnings.map { $0.prefix(16) } == ["COLOUR (c.json) "])
    }

    @Test func `warnings come along with errors, since they may explain them`() {
        var fixture = SettingsFixture()
        fixture.environment = ["TELEGRAM_BOT_TOKEN": "1:a"]
        let failure = #expect(throws: SettingsFailure.self) { try fixture.read() }
        #expect(failure?.warnings.first?.contains("did you mean TELEGRAM_TOKEN?") == true)
    }

    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3), ("ca", "abc", 3),
    ])
    func `distance counts letters put in, left out, changed and swapped`(a: String, b: String, distance: Int) {
        #expect(editDistance(a, b) == distance)
        #expect(editDistance(b, a) == distance)
    }
}
