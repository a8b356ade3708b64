import Synchronization

/// Asynchronous calls between the event loops that read them and the server's task group that runs them.
final class JobQueue: Sendable {
    let jobs: AsyncStream<Job>
    private let input: AsyncStream<Job>.Continuation
    private let limit: Int
    /// Jobs that wait or run.
    private let count = Atomic(0)

    init(limit: Int) {
        self.limit = limit
        (self.jobs, self.input) = AsyncStream.makeStream(bufferingPolicy: .bufferingOldest(limit))
    }

    /// Queues a job. Gives the error to answer with if it is not taken.
    func submit(_ job: Job) -> RPCError? {
        guard self.count.add(1, ordering: .relaxed).newValue <= self.limit else {
            self.didEnd()
            return .overloaded
        }
        switch self.input.yield(job) {
        case .enqueued: return nil
        case .dropped:
            self.didEnd()
            return .overloaded
        case .terminated:
            self.didEnd()
            return .shuttingDown
        @unknown default:
            self.didEnd()
            return .overloaded
        }
    }

    /// A job that was taken has ended.
    func didEnd() { self.count.subtract(1, ordering: .relaxed) }

    /// Takes no more jobs; ``jobs`` ends behind those that wait.
    func finish() { self.input.finish() }
}
