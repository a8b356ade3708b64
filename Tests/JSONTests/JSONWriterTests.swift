import JSON
import Testing

struct JSONWriterTests {
    @Test func `commas and colons come by themselves`() {
        let bytes = JSONWriter.object { writer in
            writer.member("a", 1)
            writer.member(
                "b",
                array: {
                    $0.int(1); $0.null(); $0.object { _ in }
                })
            writer.member("c", "x/é\n\u{1}\"")
        }
        #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":1,"b":[1,null,{}],"c":"x/é\n\u0001\""}"#)
    }
}
