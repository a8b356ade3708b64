import Testing

@testable import linksvc

@Suite struct ConfigFileTests {
    private func values(_ text: String, _ path: String) throws -> [String: String] {
        try ConfigFile(Array(text.utf8), path: path).values
    }

    private static let all = [
        "LINKSVC_RPC_PORT": "7411", "TELEGRAM_TOKEN": "1:a", "LINKSVC_SEND_RATE": "0.5", "LINKSVC_DATA_DIR": "/d",
        "WEBHOOK_LIMIT_SUBNETS": "10.0.0.0/8,192.168.0.0/16",
    ]

    @Test func `JSON and YAML say the same, flat and nested, with numbers, lists and camel case`() throws {
        let json = """
            {"LINKSVC_RPC_PORT": 7411, "telegram": {"token": "1:a"}, "linksvc": {"send_rate": 0.5, "dataDir": "/d"},
             "webhook": {"limit-subnets": ["10.0.0.0/8", "192.168.0.0/16"]}, "WEBHOOK_PORT": null}
            """
        #expect(try self.values(json, "a.json") == Self.all)
        let yaml = """
            LINKSVC_RPC_PORT: 7411
            telegram: {token: "1:a"}
            linksvc:
              send_rate: 0.5
              dataDir: /d
            webhook:
              limit-subnets:
                - 10.0.0.0/8
                - 192.168.0.0/16
            WEBHOOK_PORT:
            """
        #expect(try self.values(yaml, "a.YML") == Self.all)
    }

    @Test func `a switch in JSON is one`() throws {
        let values = try self.values(#"{"WEBHOOK_STATUS_ENDPOINT": false, "TELEGRAM_DELETE_WEBHOOK": true}"#, "a.json")
        #expect(
            try values.mapValues { try ValueParser.bool($0) } == [
                "WEBHOOK_STATUS_ENDPOINT": false, "TELEGRAM_DELETE_WEBHOOK": true,
            ])
    }

    @Test func `one setting given twice is refused`() {
        #expect(throws: ValueFault("gives LINKSVC_RPC_PORT twice")) {
            try self.values(#"{"LINKSVC_RPC_PORT": 1, "linksvc": {"rpc": {"port": 2}}}"#, "a.json")
        }
    }

    @Test(arguments: [
        ("a.json", "[]"), ("a.json", "{"), ("a.yaml", "- a"), ("a.yaml", "a: hunter2: b: ["), ("a.yaml", "a: {"),
    ])
    func `what is not a set of settings is refused without repeating it`(path: String, text: String) {
        let fault = #expect(throws: ValueFault.self) { try self.values(text, path) }
        #expect(fault?.reason.contains("hunter2") == false)
        #expect(fault?.reason.hasPrefix("is not a ") == true)
    }

    @Test func `a fault in YAML is told with its place`() {
        #expect(throws: ValueFault("is not a YAML mapping of settings: line 2, column 5")) {
            try self.values("a: 1\nb: [}", "a.yaml")
        }
    }
}
