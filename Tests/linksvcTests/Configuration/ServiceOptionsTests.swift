import ArgumentParser
import Testing

@testable import linksvc

@Suite struct ServiceOptionsTests {
    @Test func `every setting is a flag`() throws {
        for name in SettingName.allCases {
            let flag = "--" + name.rawValue.lowercased().replacing("_", with: "-")
            let options = try ServiceOptions.parse([flag, "v"])
            #expect(options.flags == [name.rawValue: "v"])
        }
    }

    @Test func `our own settings have a short form, and secrets a file`() throws {
        let options = try ServiceOptions.parse([
            "--data-dir", "d", "--rpc-port=1", "--log-level", "debug", "--telegram-token-file", "t",
            "--webhook-secret-file", "s",
        ])
        #expect(
            options.flags == [
                "LINKSVC_DATA_DIR": "d", "LINKSVC_RPC_PORT": "1", "LINKSVC_LOG_LEVEL": "debug",
                "TELEGRAM_TOKEN_FILE": "t",
                "WEBHOOK_SECRET_FILE": "s",
            ])
    }

    @Test func `no flag, no setting`() throws {
        #expect(try ServiceOptions.parse([]).flags == [:])
    }
}
