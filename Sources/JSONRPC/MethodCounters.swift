import Synchronization

/// What is counted of one method.
final class MethodCounters: Sendable {
    private let succeeded = Atomic(0)
    private let failed = Mutex<[Int: Int]>([:])

    func record(_ outcome: Result<RPCResult, RPCError>) {
        switch outcome {
        case .success: self.succeeded.add(1, ordering: .relaxed)
        case .failure(let error): self.failed.withLock { $0[error.code, default: 0] += 1 }
        }
    }

    var snapshot: MethodStatistics {
        MethodStatistics(
            succeeded: self.succeeded.load(ordering: .relaxed), failedByCode: self.failed.withLock { $0 })
    }
}
