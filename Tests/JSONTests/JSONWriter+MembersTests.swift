import JSON
import Testing

struct JSONWriterMembersTests {
    @Test func `members of every kind are written in one call`() throws {
        let value = try JSONDocument("[1]").root
        let bytes = JSONWriter.object { writer in
            writer.member("string", "s")
            writer.member("int", 5)
            writer.member("unsigned", UInt64.max)
            writer.member("double", 1.5)
            writer.member("bool", false)
            writer.member("value", value)
            writer.member("raw", raw: Array("{}".utf8))
            writer.member("object", object: { $0.member("x", true) })
            writer.member("array", array: { $0.string("y") })
        }
        let expected =
            #"{"string":"s","int":5,"unsigned":18446744073709551615,"double":1.5,"bool":false,"value":[1],"raw":{},"#
            + #""object":{"x":true},"array":["y"]}"#
        #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }

    @Test func `a member without a value is not written`() {
        let bytes = JSONWriter.object { writer in
            writer.member("string", nil as String?)
            writer.member("int", nil as Int64?)
            writer.member("double", nil as Double?)
            writer.member("bool", nil as Bool?)
            writer.member("value", nil as JSONValue?)
            writer.member("raw", raw: nil as [UInt8]?)
            writer.member("present", "yes" as String?)
            writer.member("number", 7 as Int64?)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"present":"yes","number":7}"#)
    }

    @Test func `what the body throws is thrown on`() {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            _ = try JSONWriter.array { _ throws(Refusal) in throw Refusal() }
        }
    }
}
