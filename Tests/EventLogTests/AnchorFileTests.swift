import Cryptography
import Testing

@testable import EventLog

struct AnchorFileTests {
    private let directory: TemporaryDirectory

    init() throws { self.directory = try TemporaryDirectory() }

    private var path: String { self.directory.path + "/anchor" }

    private static func anchor(_ seq: UInt64) -> Anchor {
        Anchor(head: LogHead(seq: seq, root: SHA256.hash([UInt8(seq)])), settled: .empty)
    }

    private func open(_ disk: any LogDisk = SystemLogDisk()) throws -> AnchorFile {
        guard case .valid(let slot, let index, _) = try AnchorFile.find(self.path) else {
            throw EventLogError.io("no anchor")
        }
        return try AnchorFile(path: self.path, slot: slot, index: index, disk: disk)
    }

    private func current() throws -> Anchor? {
        switch try AnchorFile.find(self.path) {
        case .missing, .unreadable: nil
        case .valid(let slot, _, _): slot.anchor
        }
    }

    @Test func `a new file vouches for nothing and has both slots`() throws {
        try AnchorFile.create(self.path)
        #expect(try bytes(of: self.path).count == 8_192)
        #expect(try self.current() == Anchor(settledAt: .empty))
    }

    @Test func `the last write counts, across opening again`() throws {
        try AnchorFile.create(self.path)
        for round in UInt64(0)..<4 {
            var file = try self.open()
            for seq in round * 3..<round * 3 + 3 {
                try file.write(Self.anchor(seq))
                #expect(try self.current() == Self.anchor(seq))
            }
        }
        #expect(try bytes(of: self.path).count == 8_192)
    }

    @Test func `a write torn at any byte leaves the old anchor or the new one`() throws {
        try AnchorFile.create(self.path)
        var file = try self.open()
        try file.write(Self.anchor(1))
        try file.write(Self.anchor(2))
        let before = try bytes(of: self.path)
        try file.write(Self.anchor(3))
        let after = try bytes(of: self.path)
        let start = before[..<4_096] == after[..<4_096] ? 4_096 : 0
        for count in 0...128 {
            var torn = before
            torn.replaceSubrange(start..<start + count, with: after[start..<start + count])
            try write(torn, to: self.path)
            #expect(try self.current() == (count < 100 ? Self.anchor(2) : Self.anchor(3)), "after \(count) bytes")
            var torn2 = after
            torn2.replaceSubrange(start..<start + count, with: before[start..<start + count])
            try write(torn2, to: self.path)
            let expected = count < 16 ? Self.anchor(3) : Self.anchor(2)
            #expect(try self.current() == expected, "but for \(count) bytes")
        }
    }

    @Test func `a write that failed leaves the anchor before it, and the next goes to the same place`() throws {
        try AnchorFile.create(self.path)
        var file = try self.open(FaultyDisk(anchor: { $0 == 2 || $0 == 3 ? .fail : .perform }))
        try file.write(Self.anchor(1))
        #expect(throws: EventLogError.self) { try file.write(Self.anchor(2)) }
        #expect(throws: EventLogError.self) { try file.write(Self.anchor(2)) }
        #expect(try self.current() == Self.anchor(1))
        try file.write(Self.anchor(3))
        #expect(try self.current() == Self.anchor(3))
    }

    @Test func `files that no log wrote are unreadable`() throws {
        #expect(try self.current() == nil)
        for content in [[], Array(repeating: UInt8(0), count: 8_192), Array(repeating: 0xFF, count: 5_000)] as [[UInt8]]
        {
            try write(content, to: self.path)
            guard case .unreadable = try AnchorFile.find(self.path) else {
                Issue.record("\(content.count) bytes were read")
                continue
            }
        }
    }

    @Test func `two slots of one generation are nobody's work`() throws {
        try AnchorFile.create(self.path)
        let slot = try bytes(of: self.path)[..<4_096]
        try write(Array(slot + slot), to: self.path)
        #expect(try self.current() == nil)
    }
}
