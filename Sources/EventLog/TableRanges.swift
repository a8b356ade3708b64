import LevelDB

/// What LevelDB says about the tables of the log: from which key to which each of them reaches.
enum TableRanges {
    /// The range of one table. In LevelDB's text a backslash that is meant as one looks like an escape, so that
    /// rarely a key can be read in more than one way: these are all of them.
    struct Range: Equatable {
        let first: Set<LogKey>
        let last: Set<LogKey>
    }

    /// The first key that is missing before, between or behind the tables, nil if none is. `last` is the last key of
    /// the log; all of it must be in tables, as it is right after opening, and each key in one table only.
    static func firstGap(in database: Database, last: LogKey) -> LogKey? {
        Self.firstGap(in: Self.parse(database.property("leveldb.sstables") ?? ""), last: last)
    }

    static func firstGap(in ranges: [Range], last: LogKey) -> LogKey? {
        var rangeByFirst: [LogKey: Range] = [:]
        for range in ranges {
            for first in range.first { rangeByFirst[first] = range }
        }
        var expected: Set<LogKey> = [.first]
        for _ in ranges {
            guard let next = expected.compactMap({ rangeByFirst[$0] }).first else { return expected.min() }
            expected = Set(next.last.map(\.successor))
        }
        return expected.contains(last.successor) ? nil : expected.min()
    }

    /// The ranges in the text of `leveldb.sstables`, whose lines read ` 17:123['a' @ 1 : 1 .. 'd' @ 9 : 1]`. A line
    /// that no log can have is left out, which leaves a gap.
    static func parse(_ text: String) -> [Range] {
        text.split(separator: "\n").compactMap { line in
            guard line.hasPrefix(" "), let open = line.utf8.firstIndex(of: UInt8(ascii: "[")) else { return nil }
            return Self.range(Array(line.utf8[line.utf8.index(after: open)...]))
        }
    }

    private static func range(_ text: [UInt8]) -> Range? {
        let between = Array(" .. '".utf8)
        guard text.first == UInt8(ascii: "'") else { return nil }
        for middle in text.indices where text[middle...].starts(with: between) {
            let first = Self.keys(text[1..<middle])
            let last = Self.keys(text[(middle + between.count)...].dropLast())
            if !first.isEmpty, !last.isEmpty { return Range(first: first, last: last) }
        }
        return nil
    }

    /// Reads `KEY' @ SEQUENCE : TYPE`.
    private static func keys(_ text: ArraySlice<UInt8>) -> Set<LogKey> {
        let mark = Array("' @ ".utf8)
        let others: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: ":")]
        guard let end = text.indices.last(where: { text[$0...].starts(with: mark) }) else { return [] }
        let rest = text[(end + mark.count)...]
        guard rest.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || others.contains($0) }) else {
            return []
        }
        return Self.unescape(text[..<end], into: [])
    }

    /// Reads a key in which bytes that cannot be printed are `\xHH`, in every way that gives a key a log can have.
    private static func unescape(_ text: ArraySlice<UInt8>, into bytes: [UInt8]) -> Set<LogKey> {
        guard bytes.count <= LogKey.nodeByteCount else { return [] }
        guard let byte = text.first else {
            return bytes.withUnsafeBytes { LogKey($0) }.map { [$0] } ?? []
        }
        var keys = Self.unescape(text.dropFirst(), into: bytes + [byte])
        if text.starts(with: Array("\\x".utf8)), text.count >= 4,
            let code = UInt8(String(decoding: text.dropFirst(2).prefix(2), as: UTF8.self), radix: 16)
        {
            keys.formUnion(Self.unescape(text.dropFirst(4), into: bytes + [code]))
        }
        return keys
    }
}
