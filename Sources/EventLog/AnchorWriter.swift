import Dispatch
import Glibc
import Synchronization

/// Writes the anchor on a thread of its own, so that this and the log's own write wait for the disk side by side.
final class AnchorWriter: Sendable {
    private let shared: Shared
    private let thread: pthread_t

    init(_ file: consuming sending AnchorFile) throws(EventLogError) {
        let shared = Shared(file)
        var thread = pthread_t()
        let context = Unmanaged.passRetained(shared)
        let code = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Shared>.fromOpaque(context).takeRetainedValue().run()
                return nil
            }, context.toOpaque())
        guard code == 0 else {
            context.release()
            throw .io("cannot start a thread: \(FileSystem.text(code))")
        }
        self.shared = shared
        self.thread = thread
    }

    /// Stops the thread and closes the file.
    deinit {
        self.shared.state.withLock { $0.phase = .stopping }
        self.shared.wake.signal()
        pthread_join(self.thread, nil)
    }

    /// Starts to write. Call ``finish()`` before the next one.
    func begin(_ anchor: Anchor) {
        self.shared.state.withLock { $0.phase = .requested(anchor) }
        self.shared.wake.signal()
    }

    /// Returns when what was begun is on disk, or with the reason why not.
    func finish() -> EventLogError? {
        self.shared.done.wait()
        return self.shared.state.withLock { state in
            switch state.phase {
            case .finished(let error): error
            case .idle, .requested, .stopping: nil
            }
        }
    }

    /// Writes, and returns when it is on disk.
    func write(_ anchor: Anchor) throws(EventLogError) {
        self.begin(anchor)
        if let error = self.finish() { throw error }
    }
}

extension AnchorWriter {
    /// What the thread and its master share.
    private final class Shared: Sendable {
        struct State: ~Copyable {
            /// `idle` or `finished`, by a request `requested`, by the thread `finished`; at the end `stopping`.
            enum Phase {
                case idle
                case requested(Anchor)
                case finished(EventLogError?)
                case stopping
            }

            var phase = Phase.idle
            var file: AnchorFile
        }

        let state: Mutex<State>
        let wake = DispatchSemaphore(value: 0)
        let done = DispatchSemaphore(value: 0)

        init(_ file: consuming sending AnchorFile) { self.state = Mutex(State(file: file)) }

        func run() {
            while true {
                self.wake.wait()
                let isDone = self.state.withLock { state in
                    guard case .requested(let anchor) = state.phase else { return true }
                    do throws(EventLogError) {
                        try state.file.write(anchor)
                        state.phase = .finished(nil)
                    } catch {
                        state.phase = .finished(error)
                    }
                    return false
                }
                if isDone { return }
                self.done.signal()
            }
        }
    }
}
