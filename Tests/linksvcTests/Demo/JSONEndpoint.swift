import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1

/// An HTTP server that is asked, and answers, in JSON.
struct JSONEndpoint {
    let url: String

    /// Sends a request, and returns the answer and its status. What is not JSON, the page itself, counts as an empty
    /// object.
    func send(
        _ method: HTTPMethod, _ path: String, _ body: [UInt8]? = nil, headers: [(String, String)] = []
    ) async throws -> (status: Int, json: JSONDocument) {
        var request = HTTPClientRequest(url: self.url + path)
        request.method = method
        if let body {
            request.headers.add(name: "Content-Type", value: "application/json")
            request.body = .bytes(body)
        }
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        let response = try await HTTPClient.shared.execute(request, timeout: .seconds(60))
        let bytes = Array(try await response.body.collect(upTo: 16 << 20).readableBytesView)
        let json = try? JSONDocument(bytes, limits: .tolerant)
        return (Int(response.status.code), try json ?? JSONDocument("{}"))
    }
}
