import Foundation
import JSON
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct ReplayTests {
        @Test(.enabled(if: ReplayScript.python != nil, "python3 is not installed"))
        func `fifteen lines of Python find the root that status and verify print`() async throws {
            let script = try String(contentsOfFile: ReplayScript.path, encoding: .utf8)
            #expect(script.split(separator: "\n", omittingEmptySubsequences: false).count <= 16)
            try await withTelegram { simulator, home in
                let service = try await home.serve()
                for number in 1...7 {
                    _ = try await service.call("issueToken") { $0.member("userId", "user \(number) \u{2028}é\"\\") }
                    let head = try await service.head()
                    #expect(try await ReplayScript.run(home) == head)
                    #expect(try await home.run("verify").line == "head \(head)")
                    let status = try await home.run("status", "--json").json["head"]
                    #expect("\(status?["seq"]?.uint64 ?? 0):\(status?["root"]?.string ?? "")" == head)
                }
                let head = try await service.head()
                #expect(try await service.stop() == 0)
                #expect(try await ReplayScript.run(home) == head)
                #expect(try await home.run("verify").line == "head \(head)")
                let status = try await home.run("status", "--json").json["head"]
                #expect("\(status?["seq"]?.uint64 ?? 0):\(status?["root"]?.string ?? "")" == head)
            }
        }

        @Test(.enabled(if: ReplayScript.python != nil, "python3 is not installed"))
        func `the script finds a line that is missing, and one that was changed`() async throws {
            try await withTelegram { _, home in
                let service = try await home.serve()
                for user in ["a", "b", "c"] { try await service.call("issueToken") { $0.member("userId", user) } }
                let head = try await service.head()
                let lines = try await home.run("replay").output.split(separator: "\n").map(String.init)
                let file = home.directory + "/changed.jsonl"
                try (lines[..<1] + lines[2...]).joined(separator: "\n").write(
                    toFile: file, atomically: false, encoding: .utf8)
                #expect(try await ReplayScript.run(onFile: file)?.contains("AssertionError: record 2") == true)
                try lines.joined(separator: "\n").replacing("\"userId\":\"b\"", with: "\"userId\":\"x\"").write(
                    toFile: file, atomically: false, encoding: .utf8)
                let changed = try await ReplayScript.run(onFile: file)
                #expect(changed != head && changed?.hasPrefix("\(lines.count):") == true)
                _ = try await service.stop()
            }
        }

        @Test func `replay prints the same bytes with the service and without`() async throws {
            try await withTelegram { _, home in
                let service = try await home.serve()
                try await service.call("issueToken") { $0.member("userId", "ann") }
                let online = try await home.run("replay")
                let one = try await home.run("replay", "--type", "token.issued")
                #expect(one.output.split(separator: "\n").count == 1)
                #expect(try await service.stop() == 0)
                let offline = try await home.run("replay")
                #expect(offline.output == online.output)
                #expect(offline.errors == "" && online.errors == "")
            }
        }
    }
}
