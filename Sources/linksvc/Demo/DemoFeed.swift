import Cryptography
import EventLog
import JSON
import Synchronization
import TelegramSimulator

/// What open pages show, and word for them when it changes.
///
/// A page that reads slowly is told the sum of what it missed; nothing is kept for it.
final class DemoFeed: Sendable {
    /// How far a page has got.
    struct Position {
        fileprivate var seq: UInt64 = 0
        fileprivate var change: UInt64 = 0
    }

    private struct State {
        var head: LogHead?
        var records: [Record] = []
        /// With the number of the change that brought each.
        var messages: [(change: UInt64, message: DemoMessage)] = []
        var change: UInt64 = 0
        var pages: [UInt64: AsyncStream<Void>.Continuation] = [:]
        var lastPage: UInt64 = 0
        var isClosed = false
    }

    private let world: DemoWorld
    /// Tells a page that it talks to another demo than before.
    private let instance = UInt64.random(in: 1...UInt64(1) << 52)
    private let state = Mutex(State())

    init(world: DemoWorld) {
        self.world = world
    }

    /// A stream with an element at once, and one after each change, until ``close()``. Nil: too many pages are open.
    func changes() -> AsyncStream<Void>? {
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let page: UInt64? = self.state.withLock { state in
            guard !state.isClosed, state.pages.count < DemoLimits.pages else { return nil }
            state.lastPage += 1
            state.pages[state.lastPage] = continuation
            return state.lastPage
        }
        guard let page else { return nil }
        continuation.onTermination = { _ in self.state.withLock { $0.pages[page] = nil } }
        continuation.yield()
        return changes
    }

    /// Ends all streams.
    func close() {
        let pages = self.state.withLock { state in
            state.isClosed = true
            return Array(state.pages.values)
        }
        // Each takes itself off the list, for which it needs the lock.
        pages.forEach { $0.finish() }
    }

    /// Adds records that were read, and the head that the log had then.
    func add(_ records: [Record], head: LogHead) {
        self.update { state in
            guard !records.isEmpty || state.head != head else { return false }
            state.head = head
            state.records += records
            if state.records.count > 2 * DemoLimits.records {
                state.records.removeFirst(state.records.count - DemoLimits.records)
            }
            return true
        }
    }

    /// Shows `message`. One that the log told of gives way to the same as it was written, and never the reverse.
    func add(_ message: DemoMessage, isFromLog: Bool = false) {
        self.update { state in
            let known = state.messages.firstIndex { $0.message.chat == message.chat && $0.message.id == message.id }
            if let known {
                guard !isFromLog else { return false }
                state.messages.remove(at: known)
            }
            state.messages.append((state.change + 1, message))
            if state.messages.count > DemoLimits.messages { state.messages.removeFirst() }
            return true
        }
    }

    /// Tells the pages to look again, since something changed in the world.
    func worldChanged() {
        self.update { _ in true }
    }

    /// The JSON text of all that changed since `position`, which moves on.
    func changes(since position: inout Position) -> [UInt8] {
        self.state.withLock { state in
            let from = position
            position = Position(seq: state.records.last?.seq ?? from.seq, change: state.change)
            return JSONWriter.object(capacity: 4_096) { writer in
                writer.member("instance", self.instance)
                writer.member("bot", self.world.simulator.configuration.bot.username)
                writer.name("chats")
                self.world.write(to: &writer)
                if let head = state.head {
                    writer.member(
                        "head",
                        object: {
                            $0.member("seq", head.seq); $0.member("root", head.root.hex)
                        })
                }
                writer.member(
                    "messages",
                    array: { list in
                        for entry in state.messages where entry.change > from.change { entry.message.write(to: &list) }
                    })
                writer.member(
                    "records",
                    array: { list in
                        for record in state.records.suffix(DemoLimits.records) where record.seq > from.seq {
                            list.raw(record.bytes)
                        }
                    })
            }
        }
    }

    private func update(_ change: (inout State) -> Bool) {
        self.state.withLock { state in
            guard change(&state) else { return }
            state.change += 1
            state.pages.values.forEach { $0.yield() }
        }
    }
}
