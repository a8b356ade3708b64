internal import HTTPTypes
internal import Hummingbird
internal import JSON
internal import NIOCore

/// What operators and their machines look at.
struct StatusRoutes: Sendable {
    let core: ServiceCore
    let health: Health
    let metrics: @Sendable () -> String

    func add(to router: Router<ServiceRequestContext>) {
        router.get("/livez") { _, _ in Self.text("ok\n") }
        router.get("/readyz") { _, _ in
            switch self.health.readiness() {
            case .ready: Self.text("ready\n")
            case .notReady(let reason): Self.text("not ready: \(reason)\n", status: .serviceUnavailable)
            }
        }
        router.get("/status") { _, _ in
            let json = JSONWriter.object { self.core.status().write(to: &$0) }
            return Self.response(ByteBuffer(bytes: json), type: "application/json")
        }
        router.get("/metrics") { _, _ in
            Self.response(ByteBuffer(string: self.metrics()), type: "text/plain; version=0.0.4; charset=utf-8")
        }
    }

    private static func text(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
        Self.response(ByteBuffer(string: text), type: "text/plain; charset=utf-8", status: status)
    }

    private static func response(
        _ body: ByteBuffer, type: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(status: status, headers: [.contentType: type], body: ResponseBody(byteBuffer: body))
    }
}
