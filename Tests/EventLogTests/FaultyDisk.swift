import EventLog
import Glibc
import LevelDB
import Synchronization

/// A disk that fails on order.
final class FaultyDisk: LogDisk {
    enum Step: Sendable {
        case perform
        /// Does nothing and reports an error.
        case fail
        /// Does it and reports an error.
        case performAndFail
        /// Does nothing and reports success.
        case pretend
        /// Does nothing, reports an error, and the next attempt to open the log fails.
        case failAndRefuseOpening
        /// Does it, reports an error, and the next attempt to open the log fails.
        case performAndRefuseOpening

        var performs: Bool {
            switch self {
            case .perform, .performAndFail, .performAndRefuseOpening: true
            case .fail, .pretend, .failAndRefuseOpening: false
            }
        }

        var fails: Bool {
            switch self {
            case .fail, .performAndFail, .failAndRefuseOpening, .performAndRefuseOpening: true
            case .perform, .pretend: false
            }
        }

        var refusesOpening: Bool { self == .failAndRefuseOpening || self == .performAndRefuseOpening }
    }

    private struct State {
        var logWrites = 0
        var anchorWrites = 0
        var opensToRefuse = 0
    }

    private let system = SystemLogDisk()
    private let state = Mutex(State())
    private let logStep: @Sendable (Int) -> Step
    private let anchorStep: @Sendable (Int) -> Step

    /// Appends that fail as told, by their number from 1.
    convenience init(faults: @escaping @Sendable (Int) -> AppendFault?) {
        self.init(log: { number in
            switch faults(number) {
            case nil: .perform
            case .notWritten: .fail
            case .written: .performAndFail
            case .unknownNotWritten: .failAndRefuseOpening
            case .unknownWritten: .performAndRefuseOpening
            }
        })
    }

    /// What to do at the n-th write, from 1, to the log and to the anchor.
    init(
        log: @escaping @Sendable (Int) -> Step = { _ in .perform },
        anchor: @escaping @Sendable (Int) -> Step = { _ in .perform }
    ) {
        self.logStep = log
        self.anchorStep = anchor
    }

    func refuseOpens(_ count: Int) { self.state.withLock { $0.opensToRefuse = count } }

    func open(path: String, options: Options) throws(LevelDBError) -> Database {
        let isRefused = self.state.withLock { state in
            guard state.opensToRefuse > 0 else { return false }
            state.opensToRefuse -= 1
            return true
        }
        if isRefused { throw LevelDBError(message: "IO error: \(path): No space left on device") }
        return try self.system.open(path: path, options: options)
    }

    func write(_ batch: borrowing WriteBatch, to database: Database) throws(LevelDBError) {
        let number = self.state.withLock { state in
            state.logWrites += 1
            return state.logWrites
        }
        let step = self.logStep(number)
        if step.performs { try self.system.write(batch, to: database) }
        if step.refusesOpening { self.refuseOpens(1) }
        if step.fails { throw LevelDBError(message: "IO error: a fault was ordered") }
    }

    func write(_ bytes: UnsafeRawBufferPointer, to file: Int32, at offset: Int) -> Int32 {
        let number = self.state.withLock { state in
            state.anchorWrites += 1
            return state.anchorWrites
        }
        let step = self.anchorStep(number)
        if step.performs {
            let code = self.system.write(bytes, to: file, at: offset)
            if code != 0 { return code }
        }
        return step.fails ? EIO : 0
    }
}
