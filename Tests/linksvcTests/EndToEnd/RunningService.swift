import Foundation
import JSON
import JSONRPC

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// `linksvc serve` after its `ready` line, and a connection to it.
struct RunningService: Sendable {
    /// The process ended, or said something else, instead of being ready.
    struct NotReady: Error, CustomStringConvertible {
        let line: String?
        let errors: String
        var description: String { "not ready: \(self.line ?? "(nothing)")\n\(self.errors)" }
    }

    let process: LinksvcProcess
    let client: Client
    /// The HTTP server's base URL.
    let http: String

    /// Waits until `process` is ready, and connects.
    init(_ process: LinksvcProcess) async throws {
        let line = try await process.line()
        let words = (line ?? "").split(separator: " ")
        let pairs = words.dropFirst().map { $0.split(separator: "=", maxSplits: 1).map(String.init) }
        let addresses = Dictionary(pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }) { $1 }
        guard words.first == "ready", let http = addresses["http"],
            let port = addresses["rpc"]?.split(separator: ":").last.flatMap({ Int($0) })
        else { throw NotReady(line: line, errors: process.errors) }
        self.process = process
        self.http = "http://\(http)"
        self.client = try await Client.connect(to: .tcp(host: "127.0.0.1", port: port))
    }

    /// Calls a method with what `build` writes into its params, and returns the result.
    @discardableResult
    func call(
        _ method: String, _ build: (inout JSONWriter) -> Void = { _ in }
    ) async throws -> JSONValue {
        try await self.client.call(method, params: JSONWriter.object(build)).root
    }

    /// The log's records of these types, each as its bytes.
    func records(_ types: String...) async throws -> [JSONValue] {
        var found: [JSONValue] = []
        var next: UInt64 = 1
        while true {
            let page = try await self.call("readEvents") {
                $0.member("from", next)
                $0.member("limit", 1_000)
                $0.member("types", array: { for type in types { $0.string(type) } })
            }
            found += page["events"]?.elements.map { $0 } ?? []
            guard let after = page["next"]?.uint64, let head = page["head"]?["seq"]?.uint64 ?? page["head"]?.uint64,
                after <= head, after > next
            else { return found }
            next = after
        }
    }

    /// The head as `verify` prints it.
    func head() async throws -> String {
        let status = try await self.call("status")
        return "\(status["head"]?["seq"]?.uint64 ?? 0):\(status["head"]?["root"]?.string ?? "")"
    }

    /// Asks the HTTP server for a page.
    func get(_ path: String) async throws -> (status: Int, text: String) {
        try await Self.get(self.http + path)
    }

    /// Asks for the page at `url`.
    static func get(_ url: String) async throws -> (status: Int, text: String) {
        try await Self.send(URLRequest(url: Self.url(url)))
    }

    /// Posts an update to the webhook, as Telegram does.
    func post(_ body: [UInt8], to path: String, secret: String?) async throws -> Int {
        var request = URLRequest(url: Self.url(self.http + path))
        request.httpMethod = "POST"
        request.httpBody = Data(body)
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        if let secret { request.setValue(secret, forHTTPHeaderField: "X-Telegram-Bot-Api-Secret-Token") }
        return try await Self.send(request).status
    }

    /// Sends SIGTERM, and returns the exit status.
    func stop(within limit: Duration = .seconds(20)) async throws -> Int32 {
        self.process.terminate()
        return try await self.process.exit(within: limit)
    }

    private static func url(_ text: String) -> URL { URL(string: text) ?? URL(fileURLWithPath: "/") }

    private static func send(_ request: URLRequest) async throws -> (status: Int, text: String) {
        let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
        return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
    }
}
