import AsyncHTTPClient
import JSON
import NIOCore
import NIOHTTP1
import NIOPosix

/// A client of the Telegram Bot API over HTTP/1.1.
///
/// It never repeats a call by itself: only the caller knows whether that is safe, and ``BotFailure`` tells. Redirects
/// are not followed. Whoever makes a client ends it with ``shutDown()``.
package struct BotClient: Sendable {
    /// Why a client cannot be made.
    package enum Fault: Error, Equatable, Sendable {
        /// The address of the Bot API is no `http://` or `https://` address, or has a query.
        case badAPIURL
    }

    /// What happens to a call whose task is cancelled.
    enum Cancellation {
        /// The call is given up, and fails.
        case abandons
        /// The call goes on until it is done or out of time: for what a clean stop still has to say.
        case isIgnored
    }

    /// The token that this client speaks with.
    package let token: BotToken
    let limits: BotClientLimits
    private let base: String
    private let http: HTTPClient

    /// A client for the bot of `token` at `apiURL`. No connection is made yet.
    package init(
        token: BotToken, apiURL: String = "https://api.telegram.org", limits: BotClientLimits = BotClientLimits()
    ) throws(Fault) {
        let trimmed = String(apiURL.reversed().drop { $0 == "/" }.reversed())
        let isHTTP = ["http://", "https://"].contains { trimmed.lowercased().hasPrefix($0) }
        let base = "\(trimmed)/bot\(token.text)/"
        guard isHTTP, !trimmed.contains("?"), !trimmed.contains("#"),
            (try? HTTPClient.Request(url: base + "getMe")) != nil
        else { throw .badAPIURL }
        self.token = token
        self.limits = limits
        self.base = base
        self.http = Self.makeHTTPClient(limits)
    }

    /// Ends the client: calls under way fail, connections are closed. Returns when that is done.
    package func shutDown() async {
        try? await self.http.shutdown()
    }

    /// Calls `method` and returns the answer's `result`.
    func call(
        _ method: String, _ body: BotRequestBody = .none, within timeout: Duration? = nil,
        cancellation: Cancellation = .abandons
    ) async throws(BotFailure) -> JSONValue {
        let answer = try await self.exchange(
            self.request(method, body), within: timeout ?? self.limits.callTimeout, cancellation)
        guard let root = try? JSONDocument(answer.body, limits: .anything).root, let isOK = root["ok"]?.bool else {
            throw .notJSON(status: answer.status, retryAfterSeconds: answer.retryAfterSeconds)
        }
        guard isOK else {
            throw .refused(
                BotRefusal(
                    root, status: answer.status, retryAfterHeader: answer.retryAfterSeconds, clean: self.clean))
        }
        guard let result = root["result"] else { throw .notJSON(status: answer.status, retryAfterSeconds: nil) }
        return result
    }

    /// `text` without the token, on one line, and bounded.
    func clean(_ text: String) -> String {
        let redacted = self.token.redact(text).replacing("\n", with: " ")
        guard redacted.utf8.count > self.limits.errorTextBytesMax else { return redacted }
        return String(decoding: redacted.utf8.prefix(self.limits.errorTextBytesMax), as: UTF8.self) + "…"
    }

    private func exchange(
        _ request: HTTPClient.Request, within timeout: Duration, _ cancellation: Cancellation
    ) async throws(BotFailure) -> AnswerCollector.Answer {
        let collector = AnswerCollector(bytesMax: self.limits.answerBytesMax)
        let task = self.http.execute(request: request, delegate: collector, deadline: .now() + TimeAmount(timeout))
        do {
            switch cancellation {
            case .abandons:
                return try await withTaskCancellationHandler {
                    try await task.get()
                } onCancel: {
                    task.cancel()
                }
            case .isIgnored:
                return try await task.get()
            }
        } catch {
            let reason = self.clean("\(error)")
            throw collector.headWentOut ? .lost(reason) : .notSent(reason)
        }
    }

    private func request(_ method: String, _ body: BotRequestBody) throws(BotFailure) -> HTTPClient.Request {
        var headers = HTTPHeaders()
        let content: HTTPClient.Body?
        switch body {
        case .none:
            content = nil
        case .json(let bytes):
            headers.add(name: "Content-Type", value: "application/json")
            content = .byteBuffer(ByteBuffer(bytes: bytes))
        case .form(let form):
            headers.add(name: "Content-Type", value: form.contentType)
            content = .byteBuffer(ByteBuffer(bytes: form.bytes))
        }
        do {
            return try HTTPClient.Request(url: self.base + method, method: .POST, headers: headers, body: content)
        } catch {
            throw .notSent(self.clean("\(error)"))
        }
    }

    private static func makeHTTPClient(_ limits: BotClientLimits) -> HTTPClient {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        configuration.httpVersion = .http1Only
        configuration.timeout.connect = TimeAmount(limits.connectTimeout)
        configuration.connectionPool.idleTimeout = TimeAmount(limits.idleTimeout)
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = limits.connectionsMax
        configuration.connectionPool.retryConnectionEstablishment = false
        // One loop for client and connections: see `AnswerCollector`.
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        return HTTPClient(eventLoopGroupProvider: .shared(loop), configuration: configuration)
    }
}
