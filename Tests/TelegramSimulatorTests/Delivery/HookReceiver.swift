import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

@testable import TelegramSimulator

/// A web server that answers webhook requests as it is told.
final class HookReceiver: Sendable {
    struct Hit: Sendable {
        let method: String
        let path: String
        let headers: HTTPFields
        let body: String
    }

    private struct State {
        var hits: [Hit] = []
        var answers: [Response]
        var port: OneShot<Int>?
    }

    private let state: Mutex<State>

    /// The first requests get these answers, all others 200.
    init(answers: [Response] = []) { self.state = Mutex(State(answers: answers)) }

    var hits: [Hit] { self.state.withLock { $0.hits } }

    /// Listens while `body` runs, which gets the URL.
    func run(_ body: (String) async throws -> Void) async throws {
        let port = OneShot<Int>()
        let application = Application(
            responder: CallbackResponder<ConnectionContext> { request, _ in try await self.respond(to: request) },
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { port.fire($0.localAddress?.port) }, logger: Simulator().logger)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try? await application.run() }
            try await body("http://127.0.0.1:\(await port.value() ?? 0)/hook?x=1")
            group.cancelAll()
        }
    }

    private func respond(to request: Request) async throws -> Response {
        let body = try await request.body.collect(upTo: 1 << 20)
        let hit = Hit(
            method: request.method.rawValue, path: request.head.path ?? "", headers: request.headers,
            body: String(buffer: body))
        return self.state.withLock { state in
            state.hits.append(hit)
            return state.answers.isEmpty ? Response(status: .ok) : state.answers.removeFirst()
        }
    }
}
