import ServiceLifecycle

/// A part of the demo's process, made of the function that runs it.
struct DemoPart: Service {
    let body: @Sendable () async throws -> Void

    init(_ body: @escaping @Sendable () async throws -> Void) {
        self.body = body
    }

    func run() async throws {
        try await self.body()
    }
}
