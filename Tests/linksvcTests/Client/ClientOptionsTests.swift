import ArgumentParser
import JSONRPC
import Testing

@testable import linksvc

@Suite struct ClientOptionsTests {
    @Test(arguments: [
        ("127.0.0.1:7410", Endpoint.tcp(host: "127.0.0.1", port: 7_410)), ("[::1]:1", .tcp(host: "::1", port: 1)),
        ("localhost:65535", .tcp(host: "localhost", port: 65_535)), ("7410", .tcp(host: "127.0.0.1", port: 7_410)),
    ])
    func `an address is read as people write it`(text: String, endpoint: Endpoint) {
        #expect(ClientOptions.tcpEndpoint(text) == endpoint)
    }

    @Test(arguments: ["", ":", "host:", ":1", "host:0", "host:65536", "::1:80", "a b:1", "http://x:1"])
    func `what is no address is a mistake in the command`(text: String) {
        #expect(ClientOptions.tcpEndpoint(text) == nil)
        #expect(throws: (any Error).self) { try ClientOptions.parse(["--rpc", text]) }
    }

    @Test func `the data directory is the flag's, the environment's, or ./data`() throws {
        let environment = ["LINKSVC_DATA_DIR": "/env", "ENV_FILE": "/dev/null"]
        #expect(
            try ClientOptions.parse(["--data-dir", "/flag"]).service(environment: environment).place
                == .directory("/flag"))
        #expect(try ClientOptions.parse([]).service(environment: environment).place == .directory("/env"))
        #expect(
            try ClientOptions.parse([]).service(environment: ["ENV_FILE": "/dev/null"]).place == .directory("./data"))
    }

    @Test func `an address makes the data directory unneeded`() throws {
        let options = try ClientOptions.parse(["--rpc", "7410", "--data-dir", "/d"])
        #expect(try options.service(environment: [:]).place == .address(.tcp(host: "127.0.0.1", port: 7_410)))
    }

    @Test func `whoever finds nobody is told how to start it`() {
        #expect(
            ServiceCaller(.directory("/d")).unreachable
                == "no linksvc is serving /d; start it with: linksvc serve --data-dir /d")
    }
}
