import NIOCore
import Synchronization

/// Answers from other threads on their way to the connections of one event loop.
///
/// However many are put in before the loop comes to look, it is woken once, and writes once to each connection.
final class LoopMailbox: Sendable {
    struct Letter: Sendable {
        let connection: Connection
        let token: CallToken
        let outcome: Result<RPCResult, RPCError>
    }

    private struct State {
        var letters: [Letter] = []
        var isDeliveryScheduled = false
    }

    let eventLoop: any EventLoop
    private let state = Mutex(State())

    init(eventLoop: any EventLoop) { self.eventLoop = eventLoop }

    /// Puts in one answer. From any thread.
    func post(_ letter: Letter) {
        self.change { $0.append(letter) }
    }

    /// Puts in several answers. From any thread.
    func post(_ letters: [Letter]) {
        self.change { $0.append(contentsOf: letters) }
    }

    private func change(_ body: (inout [Letter]) -> Void) {
        let isFirst = self.state.withLock { state in
            body(&state.letters)
            defer { state.isDeliveryScheduled = true }
            return !state.isDeliveryScheduled
        }
        if isFirst { self.eventLoop.execute { self.deliver() } }
    }

    private func deliver() {
        let letters = self.state.withLock { state in
            var letters: [Letter] = []
            letters.reserveCapacity(state.letters.count)
            swap(&letters, &state.letters)
            state.isDeliveryScheduled = false
            return letters
        }
        var touched: [ConnectionHandler] = []
        for letter in letters {
            guard let handler = letter.connection.current else { continue }
            if handler.complete(letter.token, letter.outcome) { touched.append(handler) }
        }
        for handler in touched { handler.finishCycle() }
    }
}
