@testable import JSONRPC

/// Runs a server on a free port of loopback for as long as `body` takes.
func withServer<R>(
    _ methods: [Method] = SampleMethods.all, limits: Limits = Limits(), isTrusted: Bool = true,
    _ body: (Server, Endpoint) async throws -> R
) async throws -> R {
    let listener = Listener(.tcp(host: "127.0.0.1", port: 0), principal: "rpc:local", isTrusted: isTrusted)
    return try await withServer(methods, listeners: [listener], limits: limits) { server, endpoints in
        try await body(server, endpoints[0])
    }
}

/// Runs a server for as long as `body` takes.
func withServer<R>(
    _ methods: [Method] = SampleMethods.all, listeners: [Listener], limits: Limits = Limits(),
    _ body: (Server, [Endpoint]) async throws -> R
) async throws -> R {
    let server = Server(methods: methods, listeners: listeners, limits: limits)
    async let running: Void = server.run()
    do {
        let result = try await body(server, try await server.addresses)
        server.shutDown(deadline: .seconds(5))
        try await running
        return result
    } catch {
        server.shutDown(deadline: .zero)
        try? await running
        throw error
    }
}
