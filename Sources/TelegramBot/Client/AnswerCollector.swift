import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Collects one bounded answer, and remembers whether the head of the request went out.
///
/// That tells a request that never reached anybody from one whose answer is lost. It is exact because client and
/// connections share one event loop: the head cannot be under way while the failure is being told.
final class AnswerCollector: HTTPClientResponseDelegate {
    /// A whole answer.
    struct Answer: Sendable {
        var status = 0
        var retryAfterSeconds: Int?
        var body: [UInt8] = []
    }

    /// The answer is longer than the limit allows.
    struct TooLong: Error, CustomStringConvertible {
        let bytesMax: Int
        var description: String { "the answer is longer than \(self.bytesMax) bytes" }
    }

    private struct State {
        var headWentOut = false
        var answer = Answer()
    }

    private let bytesMax: Int
    private let state = Mutex(State())

    init(bytesMax: Int) {
        self.bytesMax = bytesMax
    }

    /// Whether the request's head was written to the connection.
    var headWentOut: Bool { self.state.withLock { $0.headWentOut } }

    func didSendRequestHead(task: HTTPClient.Task<Answer>, _ head: HTTPRequestHead) {
        self.state.withLock { $0.headWentOut = true }
    }

    func didReceiveHead(task: HTTPClient.Task<Answer>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
        self.state.withLock { state in
            state.answer.status = Int(head.status.code)
            state.answer.retryAfterSeconds = head.headers.first(name: "Retry-After").flatMap { Int($0) }
        }
        return task.eventLoop.makeSucceededVoidFuture()
    }

    func didReceiveBodyPart(task: HTTPClient.Task<Answer>, _ part: ByteBuffer) -> EventLoopFuture<Void> {
        let fits = self.state.withLock { state in
            guard state.answer.body.count + part.readableBytes <= self.bytesMax else { return false }
            state.answer.body.append(contentsOf: part.readableBytesView)
            return true
        }
        return fits
            ? task.eventLoop.makeSucceededVoidFuture()
            : task.eventLoop.makeFailedFuture(TooLong(bytesMax: self.bytesMax))
    }

    func didFinishRequest(task: HTTPClient.Task<Answer>) throws -> Answer {
        self.state.withLock { $0.answer }
    }
}
