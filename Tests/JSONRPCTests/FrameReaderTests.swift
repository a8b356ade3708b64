import NIOCore
import Testing

@testable import JSONRPC

struct FrameReaderTests {
    @Test func `lines end with LF or CRLF, blank ones are skipped`() {
        #expect(frames("\n\r\n{1}\r\n \t\n[2]\n\n{3}\n") == ["{1}", "[2]", "{3}"])
    }

    @Test(arguments: [("{1}\n", AnswerFraming.lf), ("{1}\r\n", .crlf), ("\n{1}\r\n", .crlf), ("{1}\n{2}\r\n", .lf)])
    func `answers end as the first line did`(_ text: String, _ framing: AnswerFraming) {
        var reader = FrameReader(headerBytes: 1_024)
        reader.append(ByteBuffer(string: text))
        _ = reader.next(limit: 10)
        _ = reader.next(limit: 10)
        #expect(reader.answerFraming == framing)
    }

    @Test(arguments: UInt8.min...UInt8.max)
    func `the first byte decides`(_ byte: UInt8) {
        var reader = FrameReader(headerBytes: 1_024)
        reader.append(ByteBuffer(bytes: [byte]))
        let isOurs = "{[ \t\r\nCc".utf8.contains(byte)
        #expect((reader.next(limit: 10) == .failed(.foreign)) == !isOurs)
    }

    @Test func `bytes may come one at a time`() {
        var reader = FrameReader(headerBytes: 1_024)
        var found: [String] = []
        for byte in "{\"a\":1}\r\n[2]\n".utf8 {
            reader.append(ByteBuffer(bytes: [byte]))
            if case .frame(let frame) = reader.next(limit: 100) { found.append(String(decoding: frame, as: UTF8.self)) }
        }
        #expect(found == ["{\"a\":1}", "[2]"])
    }

    @Test(arguments: ["\n", "\r\n"])
    func `a line at the limit is a frame, one byte more is too large`(_ end: String) {
        #expect(frames("{234567}" + end, limit: 8) == ["{234567}"])
        #expect(frames("{2345678}" + end, limit: 8) == ["too large"])
    }

    @Test func `a line without an end is too large as soon as it cannot be within the limit`() {
        #expect(frames("{2345678", limit: 8) == ["begun"])
        #expect(frames("{2345678\r", limit: 8) == ["begun"])
        #expect(frames("{2345678\r9", limit: 8) == ["too large"])
        #expect(frames("{23456789", limit: 8, isEnded: true) == ["too large"])
    }

    @Test func `the last line needs no end`() {
        #expect(frames("{1}\n{2}", isEnded: true) == ["{1}", "{2}", "ended"])
        #expect(frames("{1}\n ", isEnded: true) == ["{1}", "ended"])
    }

    @Test func `headers come in any order and case`() {
        let text = "content-type: x\r\nCONTENT-LENGTH:\t3 \r\n\r\n{1}Content-Length: 4\r\n\r\n{\n2}"
        #expect(frames(text) == ["{1}", "{\n2}"])
    }

    @Test(arguments: [
        "Content-Length: 1\r\nContent-Length: 1\r\n\r\n1", "Content-Length: +1\r\n\r\n1", "Content-Length: \r\n\r\n1",
        "Content-Length: 0x1\r\n\r\n1", "Content-Length: 12345678901\r\n\r\n1", "Content-Type: x\r\n\r\n1",
        "Content-Length 1\r\n\r\n1", "Content-Length: 1\nX: 1\r\n\r\n1", "C: 1\r\n: 2\r\n\r\n1",
        "Content-Length: 1 1\r\n\r\n1",
    ])
    func `headers that make no sense are another protocol`(_ text: String) {
        #expect(frames(text) == ["foreign"])
    }

    @Test func `a block of headers at the limit is read, one byte more is not`() {
        let block = "Content-Length: 1\r\nX: 1\r\n\r\n"
        #expect(frames(block + "7", headerBytes: block.utf8.count) == ["7"])
        #expect(frames(block + "7", headerBytes: block.utf8.count - 1) == ["foreign"])
    }

    @Test func `a body at the limit is a frame, one byte more is too large`() {
        #expect(frames("Content-Length: 4\r\n\r\n[22]", limit: 4) == ["[22]"])
        #expect(frames("Content-Length: 5\r\n\r\n[22]", limit: 4) == ["too large"])
    }

    @Test func `headers may come one byte at a time`() {
        var reader = FrameReader(headerBytes: 1_024)
        var found: [FrameReader.Next] = []
        for byte in "Content-Length: 3\r\n\r\n{1}".utf8 {
            reader.append(ByteBuffer(bytes: [byte]))
            let next = reader.next(limit: 10)
            if case .incomplete = next { continue }
            found.append(next)
        }
        #expect(found == [.frame(Array("{1}".utf8))])
    }

    private func frames(
        _ text: String, limit: Int = 100, headerBytes: Int = 1_024, isEnded: Bool = false
    ) -> [String] {
        var reader = FrameReader(headerBytes: headerBytes)
        reader.append(ByteBuffer(string: text))
        if isEnded { reader.end() }
        var found: [String] = []
        while true {
            switch reader.next(limit: limit) {
            case .frame(let frame): found.append(String(decoding: frame, as: UTF8.self))
            case .incomplete(let isBegun): return isBegun ? found + ["begun"] : found
            case .ended: return found + ["ended"]
            case .failed(.foreign): return found + ["foreign"]
            case .failed(.tooLarge): return found + ["too large"]
            }
        }
    }
}
