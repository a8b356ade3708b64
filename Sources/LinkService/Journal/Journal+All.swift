internal import Linking
internal import Synchronization

extension Journal {
    /// What is not answered yet, shared by the completions.
    private final class Outstanding: Sendable {
        private let state: Mutex<(count: Int, failure: JournalError?)>

        init(_ count: Int) {
            self.state = Mutex((count, nil))
        }

        /// Notes an answer; the outcome of all once this was the last one.
        func answered(_ error: JournalError?) -> Result<Void, JournalError>? {
            self.state.withLock { state in
                state.count -= 1
                state.failure = state.failure ?? error
                guard state.count == 0 else { return nil }
                return state.failure.map { .failure($0) } ?? .success(())
            }
        }
    }

    /// Carries out `commands` in their order and returns once the events of all are on disk.
    ///
    /// - Throws: the first failure; the others are carried out all the same.
    package func performAll<C: JournalCommand>(_ commands: [C], by: String) async throws(JournalError) {
        guard !commands.isEmpty else { return }
        let outstanding = Outstanding(commands.count)
        let outcome: Result<Void, JournalError> = await withCheckedContinuation { continuation in
            for command in commands {
                self.submit(command, by: by) { result in
                    var failure: JournalError?
                    if case .failure(let error) = result { failure = error }
                    guard let outcome = outstanding.answered(failure) else { return }
                    continuation.resume(returning: outcome)
                }
            }
        }
        try outcome.get()
    }
}
