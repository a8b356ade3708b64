import EventLog
import Foundation
import JSON
import Testing

struct EnvelopeTests {
    private static func envelope() -> Envelope {
        Envelope(
            seq: 42, timeMs: 1_795_205_779_123, type: "link.confirmed", by: "telegram",
            data: Array(#"{"linkId":"l"}"#.utf8))
    }

    @Test func `members come in the fixed order, without white space`() {
        var envelope = Self.envelope()
        #expect(
            String(decoding: envelope.encoded(), as: UTF8.self)
                == #"{"seq":42,"time":"2026-11-20T20:16:19.123Z","type":"link.confirmed","#
                + #""v":1,"by":"telegram","data":{"linkId":"l"}}"#
        )
        envelope.cause = 40
        envelope.version = 2
        envelope.personal = Array(#"{"chatId":7}"#.utf8)
        #expect(
            String(decoding: envelope.encoded(), as: UTF8.self)
                == #"{"seq":42,"time":"2026-11-20T20:16:19.123Z","type":"link.confirmed","#
                + #""v":2,"by":"telegram","cause":40,"data":{"linkId":"l"},"personal":{"chatId":7}}"#
        )
    }

    @Test func `an empty personal part is left out`() {
        var envelope = Self.envelope()
        let without = envelope.encoded()
        envelope.personal = Array("{}".utf8)
        #expect(envelope.encoded() == without)
    }

    @Test func `what is written is read again`() throws {
        var envelope = Self.envelope()
        envelope.seq = .max
        envelope.by = "rpc:\"q\\\u{1}\u{1F}é"
        envelope.cause = 1
        envelope.personal = Array(#"{"text":"ü"}"#.utf8)
        let stored = try StoredEnvelope(JSONDocument(envelope.encoded()))
        #expect(stored.seq == envelope.seq)
        #expect(stored.timeMs == envelope.timeMs)
        #expect(stored.type == envelope.type)
        #expect(stored.version == 1)
        #expect(stored.by == envelope.by)
        #expect(stored.cause == 1)
        #expect(Array(stored.data.text) == envelope.data)
        #expect(stored.personal?["text"]?.string == "ü")
    }

    @Test func `the extremes fit`() throws {
        var envelope = Envelope(
            seq: .max, timeMs: .max, type: String(repeating: "\u{1}", count: 50),
            by: String(repeating: "\u{2}", count: 50),
            data: [UInt8](repeating: UInt8(ascii: " "), count: 100) + Array("{}".utf8))
        envelope.cause = .max
        envelope.version = .max
        let stored = try StoredEnvelope(JSONDocument(envelope.encoded()))
        #expect(stored.version == .max)
        #expect(stored.type == envelope.type)
    }

    @Test func `unknown members are ignored`() throws {
        let text =
            #"{"new":[1],"seq":1,"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"by":"b","data":{},"x":null}"#
        let stored = try StoredEnvelope(JSONDocument(text))
        #expect(stored.timeMs == 0)
        #expect(stored.cause == nil)
        #expect(stored.personal == nil)
    }

    @Test(arguments: [
        ("[]", "record"),
        (#"{"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"by":"b","data":{}}"#, "seq"),
        (#"{"seq":0,"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"by":"b","data":{}}"#, "seq"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00Z","type":"t","v":1,"by":"b","data":{}}"#, "time"),
        (#"{"seq":1,"time":7,"type":"t","v":1,"by":"b","data":{}}"#, "time"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00.000Z","type":1,"v":1,"by":"b","data":{}}"#, "type"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00.000Z","type":"t","v":0,"by":"b","data":{}}"#, "v"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"data":{}}"#, "by"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"by":"b","cause":"1","data":{}}"#, "cause"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"by":"b","data":[]}"#, "data"),
        (#"{"seq":1,"time":"1970-01-01T00:00:00.000Z","type":"t","v":1,"by":"b","data":{},"personal":1}"#, "personal"),
    ]) func `a malformed record names the member`(text: String, member: String) throws {
        let document = try JSONDocument(text)
        #expect { try StoredEnvelope(document) } throws: { ($0 as? StoredEnvelope.Malformed)?.member == member }
    }
}
