import Testing

@testable import linksvc

@Suite struct DemoInstructionsTests {
    @Test func `commands can be copied whatever the directory is called`() throws {
        let directory = try DemoDirectory(named: "/tmp/my demo's data")
        let addresses = DemoAddresses(
            page: "http://127.0.0.1:7480/", telegram: "http://127.0.0.1:81", rpc: "127.0.0.1:7410")
        let text = DemoInstructions(program: "./linksvc", directory: directory, addresses: addresses).text
        #expect(text.contains(#"./linksvc links --data-dir '/tmp/my demo'\''s data'"#))
        #expect(text.contains("http://127.0.0.1:81/control/users/7001/start"))
        #expect(!text.contains("removed"))
    }
}
