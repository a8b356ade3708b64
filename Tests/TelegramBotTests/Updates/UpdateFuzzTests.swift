import JSON
import Testing

@testable import TelegramBot

struct UpdateFuzzTests {
    private static let updates = [
        #"{"update_id":1,"message":{"chat":{"id":7,"type":"private"},"from":{"id":7,"first_name":"😀"},"#
            + #""text":"/start@my_bot é😀","entities":[{"offset":0,"length":13,"type":"bot_command"}]}}"#,
        #"{"update_id":2,"my_chat_member":{"chat":{"id":7,"type":"private"},"new_chat_member":{"status":"kicked"}}}"#,
        #"{"update_id":3,"callback_query":{"id":"1","message":{"chat":{"id":-5,"type":"group"}},"data":"a:1"}}"#,
        #"{"update_id":4,"message":{"chat":{"id":-4,"type":"group"},"migrate_to_chat_id":-1001234567890}}"#,
    ]
    /// What mutations put in: numbers at their edges, halves of characters, structure.
    private static let pieces: [String] = [
        "0", "-1", "9223372036854775807", "9223372036854775808", "1e400", "1.0", "null", "[]", "{}", "\"", "\\ud83d",
        "😀", "@",
        "/", " ", "\n", ",", ":", "\"length\":2", "\"text\":\"/\"", "true",
    ]

    @Test func `no bytes at all can stop the reading, and what is kept is JSON`() throws {
        let seed = UInt64.random(in: .min ... .max)
        var numbers = SeededNumbers(seed: seed)
        var read = 0
        for _ in 0..<20_000 {
            var bytes = Array((Self.updates.randomElement(using: &numbers) ?? "").utf8)
            for _ in 0..<Int.random(in: 0..<3, using: &numbers) { Self.mutate(&bytes, &numbers) }
            guard let body = UpdateBody(bytes) else { continue }
            let update = body.update(for: "my_bot")
            let kept = try JSONDocument(body.json)
            #expect(update.id == body.updateID, "seed \(seed)")
            #expect(body.form == .quoted || kept.root["update_id"]?.int64 == update.id, "seed \(seed)")
            read += 1
        }
        #expect(read > 1000, "seed \(seed)")
    }

    private static func mutate(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let start = Int.random(in: 0..<bytes.count, using: &numbers)
        let end = min(bytes.count, start + Int.random(in: 0..<8, using: &numbers))
        bytes.replaceSubrange(start..<end, with: Array((Self.pieces.randomElement(using: &numbers) ?? "").utf8))
        if bytes.isEmpty { bytes.append(UInt8(ascii: "7")) }
    }
}
