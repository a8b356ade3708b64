import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// One request to the webhook.
struct WebhookPost: Sendable {
    /// A method that the webhook's answer asks for.
    struct Call: Sendable {
        let method: String
        let parameters: Parameters
    }

    private let request: HTTPClientRequest?
    private let timeout: TimeAmount

    init(_ delivery: Delivery, timeout: Duration) {
        self.request = try? Self.request(for: delivery)
        self.timeout = TimeAmount(timeout)
    }

    /// Sends it, and returns when the answer was read or will not come.
    func send(_ client: HTTPClient) async -> (DeliveryOutcome, Call?) {
        guard let request = self.request else { return (.failed("SSL error {unusable certificate}"), nil) }
        do {
            let response = try await client.execute(request, timeout: self.timeout)
            let body = try await response.body.collect(upTo: SimulatorLimits.webhookAnswerBytesMax)
            guard (200...299).contains(response.status.code) else {
                return (Self.refusal(response), nil)
            }
            return (.accepted, body.readableBytes == 0 ? nil : Self.call(in: response, body))
        } catch {
            return (.failed(Self.words(for: error)), nil)
        }
    }

    private static func request(for delivery: Delivery) throws -> HTTPClientRequest {
        var request = HTTPClientRequest(url: delivery.settings.url)
        request.method = .POST
        if !delivery.settings.secretToken.isEmpty {
            request.headers.add(name: "X-Telegram-Bot-Api-Secret-Token", value: delivery.settings.secretToken)
        }
        request.headers.add(name: "Content-Type", value: "application/json")
        request.headers.add(name: "Connection", value: "keep-alive")
        request.headers.add(name: "Accept-Encoding", value: "gzip, deflate")
        request.body = .bytes(ByteBuffer(bytes: delivery.json))
        if let pem = delivery.settings.certificate {
            var tls = TLSConfiguration.makeClientConfiguration()
            tls.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(pem))
            request.tlsConfiguration = tls
        }
        return request
    }

    private static func refusal(_ response: HTTPClientResponse) -> DeliveryOutcome {
        .refused(
            status: Int(response.status.code), reason: response.status.reasonPhrase,
            retryAfterSeconds: response.headers.first(name: "Retry-After").flatMap { Int($0) })
    }

    private static func call(in response: HTTPClientResponse, _ body: ByteBuffer) -> Call? {
        let type = response.headers.first(name: "Content-Type") ?? ""
        let parameters = Parameters(query: nil, contentType: type, body: Array(body.readableBytesView))
        let name = parameters.lenientText("method")
        guard let method = BotMethod(name: name), method.isAllowedInWebhookAnswer else { return nil }
        return Call(method: name, parameters: parameters)
    }

    /// As `WebhookInfo` puts it.
    private static func words(for error: any Error) -> String {
        switch error {
        case let error as HTTPClientError: return self.words(for: error)
        case let error as NIOConnectionError:
            return error.connectionErrors.first.map { self.words(for: $0.error) } ?? "Can't connect to the webhook"
        case let error as NIOSSLError: return "SSL error {\(error)}"
        case let error as IOError: return self.words(forErrno: error.errnoCode)
        default: return "Can't connect to the webhook"
        }
    }

    private static func words(forErrno errno: CInt) -> String {
        switch errno {
        case ECONNREFUSED: "Connection refused"
        case ECONNRESET: "Connection reset by peer"
        case ETIMEDOUT: "Connection timed out"
        default: "Can't connect to the webhook"
        }
    }

    private static func words(for error: HTTPClientError) -> String {
        switch error {
        case .connectTimeout: "Connection timed out"
        case .readTimeout, .deadlineExceeded: "Read timeout expired"
        case .writeTimeout: "Write timeout expired"
        case .remoteConnectionClosed: "Connection reset by peer"
        default: "Can't connect to the webhook"
        }
    }
}
