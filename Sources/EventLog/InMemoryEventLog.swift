package import Cryptography
import Synchronization

/// A log in memory, for tests and simulations: it promises what every log does, but for the end of the process.
package final class InMemoryEventLog: EventLog {
    private enum Phase {
        case open
        /// The outcome of the last append is not known; `records` are found there later.
        case failed(records: [[UInt8]])
        case closed
    }

    private struct State: ~Copyable {
        var phase = Phase.open
        var records: [[UInt8]] = []
        var head = LogHead.empty
        var frontier = MerkleFrontier()
        var hasher = MerkleHasher()
        var appendCount = 0
    }

    private let state = Mutex(State())
    private let limits: LogLimits
    private let fault: @Sendable (Int) -> AppendFault?

    /// An empty log. `fault` says, for the number of each append from 1, how it is to fail, if it is.
    package init(limits: LogLimits = LogLimits(), fault: @escaping @Sendable (Int) -> AppendFault? = { _ in nil }) {
        self.limits = limits
        self.fault = fault
    }

    package var head: LogHead { self.state.withLock { $0.head } }

    package func append(_ records: [Record]) throws(EventLogError) -> LogHead {
        try self.state.withLock { (state) throws(EventLogError) -> LogHead in
            try Self.reopen(&state)
            try RecordCheck.check(records, after: state.head.seq, self.limits)
            guard !records.isEmpty else { return state.head }
            state.appendCount += 1
            return try Self.append(records.map(\.bytes), self.fault(state.appendCount), &state)
        }
    }

    package func recover() throws(EventLogError) -> LogHead {
        try self.state.withLock { (state) throws(EventLogError) -> LogHead in
            try Self.reopen(&state)
            return state.head
        }
    }

    package func settle() throws(EventLogError) { _ = try self.records() }

    package func close() throws(EventLogError) { self.state.withLock { $0.phase = .closed } }

    package func record(_ seq: UInt64) throws(EventLogError) -> [UInt8]? {
        let records = try self.records()
        return seq > 0 && seq <= records.count ? records[Int(seq) - 1] : nil
    }

    package func read(from: UInt64, limit: Int, byteLimit: Int) throws(EventLogError) -> [Record] {
        let records = try self.records()
        var found: [Record] = []
        var byteCount = 0
        for seq in Self.range(from, .max, records) where found.count < limit {
            let bytes = records[Int(seq) - 1]
            byteCount += bytes.count
            guard found.isEmpty || byteCount <= byteLimit else { break }
            found.append(Record(seq: seq, bytes: bytes))
        }
        return found
    }

    package func forEach(
        from: UInt64, through: UInt64, _ body: (UInt64, UnsafeRawBufferPointer) throws -> Bool
    ) throws {
        let records = try self.records()
        for seq in Self.range(from, through, records) {
            guard try records[Int(seq) - 1].withUnsafeBytes({ try body(seq, $0) }) else { return }
        }
    }

    package func verify(_ body: (UInt64, UnsafeRawBufferPointer) throws -> Void) throws -> LogHead {
        let records = try self.records()
        for seq in Self.range(1, .max, records) { try records[Int(seq) - 1].withUnsafeBytes { try body(seq, $0) } }
        return LogHead(seq: UInt64(records.count), root: MerkleTree.root(over: records))
    }

    package func root(at size: UInt64) throws(EventLogError) -> Digest {
        let records = try self.records()
        guard size <= records.count else { throw .beyondHead(seq: size, head: UInt64(records.count)) }
        return MerkleTree.root(over: records.prefix(Int(size)))
    }

    private func records() throws(EventLogError) -> [[UInt8]] {
        try self.state.withLock { (state) throws(EventLogError) -> [[UInt8]] in
            switch state.phase {
            case .open: return state.records
            case .failed, .closed: throw .closed
            }
        }
    }

    private static func range(_ from: UInt64, _ through: UInt64, _ records: [[UInt8]]) -> Range<UInt64> {
        let (first, last) = (max(from, 1), min(through, UInt64(records.count)))
        return first <= last ? first..<last + 1 : 0..<0
    }

    private static func append(
        _ records: [[UInt8]], _ fault: AppendFault?, _ state: inout State
    ) throws(EventLogError) -> LogHead {
        switch fault {
        case nil, .written:
            Self.add(records, &state)
            return state.head
        case .notWritten: throw .notWritten(reason: "a fault was ordered")
        case .unknownNotWritten: state.phase = .failed(records: [])
        case .unknownWritten: state.phase = .failed(records: records)
        }
        throw .unknown(reason: "a fault was ordered")
    }

    private static func reopen(_ state: inout State) throws(EventLogError) {
        switch state.phase {
        case .open: return
        case .closed: throw .closed
        case .failed(let records):
            state.phase = .open
            Self.add(records, &state)
        }
    }

    private static func add(_ records: [[UInt8]], _ state: inout State) {
        for record in records {
            state.records.append(record)
            state.frontier.append(leaf: state.hasher.leaf(record), with: &state.hasher)
        }
        state.head = LogHead(seq: state.frontier.size, root: state.frontier.root(with: &state.hasher))
    }
}
