import Synchronization

@testable import JSONRPC

/// A method whose calls are answered when the test says so.
final class HeldMethod: Sendable {
    typealias Held = (call: Call, responder: Responder)

    private let calls: AsyncStream<Held>
    private let input: AsyncStream<Held>.Continuation
    private let started = Atomic(0)

    init() { (self.calls, self.input) = AsyncStream.makeStream() }

    func method(_ name: String = "hold", longRunning: Bool = false) -> Method {
        Method(
            name, parameters: ["n"], longRunning: longRunning,
            handler: .deferred { call, responder in
                self.started.add(1, ordering: .relaxed)
                self.input.yield((call, responder))
            })
    }

    /// Calls that were started so far.
    var startCount: Int { self.started.load(ordering: .relaxed) }

    /// The next call that was started, and waits for its answer. One task at a time.
    func next() async -> Held {
        for await held in self.calls { return held }
        preconditionFailure("the stream of held calls never ends")
    }
}
