internal import Dispatch
internal import Synchronization

/// Writes what a catch-up has committed while the next events are read and applied, one flush at a time.
///
/// What is being written stays readable in the store meanwhile, so nobody else sees a difference.
final class BackgroundFlush: Sendable {
    private let store: ProjectionStore
    private let queue = DispatchQueue(label: "linksvc.catch-up")
    private let failure: Mutex<ProjectionError?> = Mutex(nil)

    init(of store: ProjectionStore) {
        self.store = store
    }

    /// Starts to write everything committed so far. Call ``finish()`` before more is committed, or it may grow too
    /// large.
    func begin() {
        self.queue.async {
            do throws(ProjectionError) {
                try self.store.flush()
            } catch {
                self.failure.withLock { $0 = error }
            }
        }
    }

    /// Returns when nothing is being written any more.
    func wait() {
        self.queue.sync {}
    }

    /// As ``wait()``.
    ///
    /// - Throws: what went wrong in writing.
    func finish() throws(ProjectionError) {
        self.wait()
        if let failure = self.failure.withLock({ $0 }) { throw failure }
    }
}
