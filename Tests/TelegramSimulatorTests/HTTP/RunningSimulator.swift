import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1

@testable import TelegramSimulator

/// Runs a simulator, hands it to `body` with a client, and stops it.
func withSimulator(
    _ change: (inout SimulatorConfiguration) -> Void = { _ in }, clock: SimulatorClock = .system,
    _ body: (Simulator, TestClient) async throws -> Void
) async throws {
    var configuration = SimulatorConfiguration()
    change(&configuration)
    let simulator = Simulator(configuration, clock: clock)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await simulator.run() }
        let address = try await simulator.address()
        try await body(simulator, TestClient(url: address.url, token: configuration.token))
        group.cancelAll()
    }
}

/// A client that knows nothing of what it calls.
struct TestClient: Sendable {
    struct Answer: Sendable {
        let status: Int
        let headers: HTTPHeaders
        let body: [UInt8]

        var text: String { String(decoding: self.body, as: UTF8.self) }
        var json: JSONValue { get throws { try JSONDocument(self.body, limits: .tolerant).root } }
        var description: String? { (try? self.json)?["description"]?.string }
    }

    let url: String
    let token: String

    /// Calls a method of the Bot API with a JSON body.
    func call(_ method: String, _ json: String = "{}") async throws -> Answer {
        try await self.send(.POST, "/bot\(self.token)/\(method)", "application/json", json)
    }

    /// Calls the control API.
    func control(_ method: HTTPMethod, _ path: String, _ json: String? = nil) async throws -> Answer {
        try await self.send(method, "/control/\(path)", json.map { _ in "application/json" }, json)
    }

    func send(
        _ method: HTTPMethod, _ path: String, _ type: String? = nil, _ body: String? = nil,
        headers: HTTPHeaders = [:]
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: self.url + path)
        request.method = method
        request.headers = headers
        if let type { request.headers.add(name: "Content-Type", value: type) }
        if let body { request.body = .bytes(ByteBuffer(string: body)) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let bytes = try await response.body.collect(upTo: 16 << 20)
        return Answer(
            status: Int(response.status.code), headers: response.headers, body: Array(bytes.readableBytesView))
    }
}
