import HTTPTypes
import Hummingbird
import NIOCore

/// Refuses what ``DemoRule`` does not admit, and tells the browser what the page may do: nothing beyond this server.
struct DemoGuard: RouterMiddleware {
    typealias Context = BasicRequestContext

    private static let headers: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ]

    func handle(
        _ request: Request, context: Context, next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response =
            DemoRule.admits(request.head)
            ? try await next(request, context) : DemoError.refused.response
        for (name, value) in Self.headers {
            if let name = HTTPField.Name(name) { response.headers[name] = value }
        }
        return response
    }
}
