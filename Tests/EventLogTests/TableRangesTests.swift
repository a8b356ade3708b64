import LevelDB
import Testing

@testable import EventLog

struct TableRangesTests {
    @Test func `a line of LevelDB's is read`() throws {
        let zeros = String(repeating: "\\x00", count: 7)
        let text = """
            --- level 0 ---
             17:123['\(zeros)\\x01' @ 1 : 1 .. '\(zeros)\\x02\\x01' @ 3 : 1]
            --- level 1 ---

            """
        let ranges = TableRanges.parse(text)
        #expect(ranges.count == 1)
        #expect(ranges.first?.first == [.first])
        #expect(ranges.first?.last == [LogKey(seq: 2, level: 1)])
    }

    // Bytes that LevelDB prints as they are and that look like its own escapes and punctuation.
    @Test(
        arguments: [
            1, 0x27, 0x5C, 0x5C78_3030, 0x5C78_3031, 0x5C78_305C, 0x2720_4020, 0x2720_4020_3120, 0x202E_2E20, 0x5D0A_5D,
            0x5C78_3030_0000, 0x5C_7830_3000, 0x2E2E_2027_0000, 0x5C78_6162_5C78_6162,
        ] as [UInt64]) func `any key is read from LevelDB's own text`(seq: UInt64) throws
    {
        let directory = try TemporaryDirectory()
        var options = Options()
        options.createIfMissing = true
        let database = try Database(path: directory.path, options: options)
        var batch = WriteBatch()
        var keys = [LogKey(seq: seq, level: 0)]
        for _ in 0..<20 { keys.append(keys[keys.count - 1].successor) }
        for key in keys { key.withBytes { batch.put($0, $0) } }
        try database.write(batch, sync: false)
        database.compactAll()
        let ranges = TableRanges.parse(try #require(database.property("leveldb.sstables")))
        #expect(ranges.count == 1)
        #expect(ranges.first?.first.contains(keys[0]) == true)
        #expect(ranges.first?.last.contains(keys[20]) == true)
        #expect(seq > 1 || ranges.first?.first == [keys[0]])
    }

    @Test func `the first missing key is found before, between and behind tables`() {
        func key(_ seq: UInt64, _ level: UInt8 = 0) -> LogKey { LogKey(seq: seq, level: level) }
        func range(_ first: LogKey, _ last: LogKey) -> TableRanges.Range {
            TableRanges.Range(first: [first], last: [last])
        }
        let whole = [range(key(4), key(4, 1)), range(key(1), key(3)), range(key(4, 2), key(6, 1))]
        #expect(TableRanges.firstGap(in: whole, last: key(6, 1)) == nil)
        #expect(TableRanges.firstGap(in: whole, last: key(7)) == key(7))
        #expect(TableRanges.firstGap(in: Array(whole[1...]), last: key(6, 1)) == key(4))
        #expect(TableRanges.firstGap(in: [whole[0], whole[2]], last: key(6, 1)) == key(1))
        #expect(TableRanges.firstGap(in: [whole[0], whole[1]], last: key(6, 1)) == key(4, 2))
        #expect(TableRanges.firstGap(in: whole + [range(key(2), key(2))], last: key(6, 1)) != nil)
        #expect(TableRanges.firstGap(in: [], last: key(1)) == key(1))
    }

    @Test func `of two readings the one that fits counts`() {
        let odd = TableRanges.Range(
            first: [LogKey(seq: 4, level: 0), LogKey(seq: 900, level: 0)],
            last: [LogKey(seq: 77, level: 0), LogKey(seq: 5, level: 0)])
        let start = TableRanges.Range(first: [.first], last: [LogKey(seq: 3, level: 0)])
        let end = TableRanges.Range(first: [LogKey(seq: 6, level: 0)], last: [LogKey(seq: 6, level: 1)])
        #expect(TableRanges.firstGap(in: [odd, start, end], last: LogKey(seq: 6, level: 1)) == nil)
    }

    @Test func `what no log has is left out`() {
        #expect(TableRanges.parse(" 17:123['a' @ 1 : 1 .. 'd' @ 9 : 1]\n 1:2[]\n x").isEmpty)
    }
}
