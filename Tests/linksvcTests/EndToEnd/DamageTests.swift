import Foundation
import JSON
import TelegramSimulator
import Testing

extension EndToEnd {
    @Suite struct DamageTests {
        /// A home with a log of a few records, and its head.
        private func withLog(_ body: (TestHome, String) async throws -> Void) async throws {
            try await withTelegram { _, home in
                let service = try await home.serve()
                for number in 1...20 { try await service.call("issueToken") { $0.member("userId", "user \(number)") } }
                let head = try await service.head()
                #expect(try await service.stop() == 0)
                try await body(home, head)
            }
        }

        /// The file that holds the newest records.
        private func newestFile(_ home: TestHome) throws -> URL {
            let folder = URL(fileURLWithPath: home.data + "/log")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            let files = names.filter { $0.hasSuffix(".log") }.sorted()
            let sizes = files.filter { name in
                let attributes = try? FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
                return (attributes?[.size] as? Int ?? 0) > 0
            }
            let name = try #require(sizes.last ?? names.filter { $0.hasSuffix(".ldb") }.sorted().last)
            return folder.appendingPathComponent(name)
        }

        /// Checking and serving both refuse, again and again: nothing is repaired.
        private func expectRefused(_ home: TestHome) async throws {
            let served = try await home.run("serve")
            #expect(served.status == 65, "\(served.errors)")
            #expect(served.errors.contains("damaged"))
            #expect(served.output.isEmpty)
            for command in ["verify", "replay", "rebuild", "status", "serve"] {
                let result = try await home.run(command)
                #expect(result.status == 65, "\(command): \(result.output.prefix(200)) \(result.errors)")
            }
        }

        @Test func `a flipped bit among the newest records is refused with 65`() async throws {
            try await self.withLog { home, _ in
                let file = try self.newestFile(home)
                var bytes = try Data(contentsOf: file)
                bytes[bytes.count / 2] ^= 1
                try bytes.write(to: file)
                try await self.expectRefused(home)
            }
        }

        @Test func `a log that lost its tail is refused with 65`() async throws {
            try await self.withLog { home, _ in
                let file = try self.newestFile(home)
                let bytes = try Data(contentsOf: file)
                try bytes.prefix(bytes.count / 2).write(to: file)
                try await self.expectRefused(home)
            }
        }

        @Test func `verify holds a log against the heads that were noted`() async throws {
            try await self.withLog { home, head in
                #expect(try await home.run("verify", "--head", head).status == 0)
                let root = head.split(separator: ":")[1]
                let swapped = String(root.reversed())
                let wrong = try await home.run("verify", "--head", "5:\(swapped)")
                #expect(wrong.status == 65)
                #expect(wrong.errors.contains("5"))
                #expect(try await home.run("verify", "--head", "99:\(root)").status == 65)
                let service = try await home.serve()
                #expect(try await home.run("verify", "--head", head).status == 0)
                #expect(try await home.run("verify", "--head", "5:\(swapped)").status == 65)
                try await service.call("issueToken") { $0.member("userId", "later") }
                #expect(try await home.run("verify", "--head", head).status == 0)
                #expect(try await service.stop() == 0)
            }
        }

        @Test func `projections that are gone or spoilt are no damage`() async throws {
            try await self.withLog { home, head in
                try FileManager.default.removeItem(atPath: home.data + "/projections")
                let service = try await home.serve()
                #expect(try await service.head() == head)
                #expect(try await home.run("rebuild", "--dry-run").status == 0)
                #expect(try await service.stop() == 0)
            }
        }
    }
}
