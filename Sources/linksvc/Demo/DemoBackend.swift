import JSON
import JSONRPC

/// The application of the demo: it calls the service over TCP, as any backend does.
struct DemoBackend: Sendable {
    let endpoint: Endpoint

    /// Calls a method over a connection of its own, and returns the result.
    ///
    /// - Throws: `RPCError` if the service refuses, `ClientError` if there is no answer.
    func call(_ method: String, _ params: [UInt8] = Array("{}".utf8)) async throws -> JSONDocument {
        try await self.connected { try await $0.call(method, params: params, timeout: .seconds(30)) }
    }

    /// Connects, does `body`, and disconnects.
    func connected<Result: Sendable>(_ body: (Client) async throws -> Result) async throws -> Result {
        let client = try await Client.connect(to: self.endpoint)
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw error
        }
    }
}
