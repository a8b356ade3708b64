import JSON
import LinkService
import Logging
import Testing

@testable import linksvc

@Suite struct LogLineTests {
    private func line(
        _ message: String, _ metadata: Logger.Metadata = [:], error: String? = nil
    ) -> LogLine {
        LogLine(
            time: LogTime(milliseconds: 1_795_000_000_007), level: .info, label: "receiver", message: message,
            metadata: metadata, error: error)
    }

    private func text(_ line: LogLine) -> String {
        String(decoding: line.bytes(.text), as: UTF8.self)
    }

    @Test func `a text line has time, level, logger, message and sorted pairs`() {
        #expect(
            self.text(self.line("link confirmed", ["seq": "42", "link": "ab"]))
                == "2026-11-18T11:06:40.007Z info receiver: link confirmed link=ab seq=42\n")
    }

    @Test(arguments: [
        ("plain", "k=plain"), ("two words", "k=\"two words\""), ("", "k=\"\""), ("a=b", "k=\"a=b\""),
        ("say \"hi\"", "k=\"say \\\"hi\\\"\""), ("a\nb", "k=\"a\\nb\""), ("\u{1B}[31m", "k=\"\\u{1B}[31m\""),
        ("ü", "k=ü"),
    ])
    func `a value that is not one word is quoted`(value: String, pair: String) {
        #expect(self.text(self.line("m", ["k": .string(value)])).hasSuffix(" \(pair)\n"))
    }

    @Test(arguments: [LogFormat.text, .json])
    func `no content can begin a line of its own`(format: LogFormat) {
        let nasty = "a\nb\r\nc\u{2028}d\u{85}e"
        let bytes = self.line(nasty, ["k\n": .string(nasty), "l": ["x": [.string(nasty)]]], error: nasty).bytes(format)
        #expect(bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
        #expect(bytes.last == UInt8(ascii: "\n"))
    }

    @Test func `a JSON line is one object that keeps numbers, lists and objects`() throws {
        let line = self.line(
            "m \"q\"", ["n": .stringConvertible(-5), "b": .stringConvertible(true), "a": ["x", ["y": "z"]]],
            error: "bad")
        let root = try JSONDocument(Array(line.bytes(.json).dropLast())).root
        #expect(root["time"]?.string == "2026-11-18T11:06:40.007Z")
        #expect(root["level"]?.string == "info")
        #expect(root["logger"]?.string == "receiver")
        #expect(root["message"]?.string == "m \"q\"")
        let expected = #"{"a":["x",{"y":"z"}],"b":true,"error":"bad","n":-5}"#
        #expect(root["metadata"].map { String(decoding: $0.minified, as: UTF8.self) } == expected)
    }

    @Test func `an error beside one in the metadata is one member`() throws {
        let bytes = self.line("m", ["error": "the metadata's"], error: "the event's").bytes(.json)
        let root = try JSONDocument(Array(bytes.dropLast())).root
        #expect(root["metadata"]?["error"]?.string == "the event's")
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (951_782_400_999, "2000-02-29T00:00:00.999Z"),
        (1_798_761_599_010, "2026-12-31T23:59:59.010Z"),
    ])
    func `time is RFC 3339 in UTC with milliseconds`(milliseconds: Int64, text: String) {
        #expect("\(LogTime(milliseconds: milliseconds))" == text)
    }
}
