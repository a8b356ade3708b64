import JSON
import JSONRPC

/// A backend that does what the interface asks of one: after a lost connection it calls again.
actor Backend {
    private var client: Client?
    private var waiting: [CheckedContinuation<Client, any Error>] = []
    private var isOver = false

    /// How often an answer was lost.
    private(set) var lostAnswers = 0

    /// Calls go to `client` from now on.
    func use(_ client: Client) {
        self.client = client
        for continuation in self.waiting { continuation.resume(returning: client) }
        self.waiting = []
    }

    /// Ends all calls that wait for a connection, and those to come.
    func giveUp() {
        self.isOver = true
        for continuation in self.waiting { continuation.resume(throwing: CancellationError()) }
        self.waiting = []
    }

    /// Calls until there is an answer.
    func call(_ method: String, _ build: (inout JSONWriter) -> Void) async throws -> JSONValue {
        let params = JSONWriter.object(build)
        while true {
            let client = try await self.connection()
            do {
                return try await client.call(method, params: params).root
            } catch is ClientError {
                self.lostAnswers += 1
                if self.client === client { self.client = nil }
            }
        }
    }

    private func connection() async throws -> Client {
        if self.isOver { throw CancellationError() }
        if let client = self.client { return client }
        return try await withCheckedThrowingContinuation { self.waiting.append($0) }
    }
}
