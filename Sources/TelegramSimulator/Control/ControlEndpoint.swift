import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// The control API over HTTP: JSON in, JSON out, everything under `/control/`.
struct ControlEndpoint: Sendable {
    let simulator: Simulator

    private var rule: LoopbackRule { LoopbackRule(host: self.simulator.configuration.host) }

    func respond(to request: Request, path: Substring, query: Substring?) async -> Response {
        let origin = request.headers[.origin]
        guard self.rule.admits(host: request.head.authority), self.rule.admits(origin: origin) else {
            return Self.answer(ControlError(403, "forbidden", "The control API is for this machine only."))
        }
        var response = await self.answer(request, path: path, query: query)
        // A page that this machine serves may use the API from its own port.
        if let origin {
            response.headers[.accessControlAllowOrigin] = origin
            response.headers[.vary] = "Origin"
        }
        return response
    }

    private func answer(_ request: Request, path: Substring, query: Substring?) async -> Response {
        if request.method == .options {
            return Response(
                status: .noContent,
                headers: [
                    .accessControlAllowMethods: "GET, POST, DELETE", .accessControlAllowHeaders: "Content-Type",
                ])
        }
        guard let body = try? await request.body.collect(upTo: SimulatorLimits.bodyBytesMax) else {
            return Self.answer(ControlError(413, "tooLarge", "The body is too large."))
        }
        do throws(ControlError) {
            let control = try ControlRequest(
                method: request.method.rawValue, path: path, query: query, body: Array(body.readableBytesView))
            return Response(json: try await self.handle(control))
        } catch {
            return Self.answer(error)
        }
    }

    private func handle(_ request: ControlRequest) async throws(ControlError) -> [UInt8] {
        switch (request.method, request.path.first) {
        case ("GET", "state") where request.path.count == 1: return self.state
        case ("GET", "messages") where request.path.count == 1: return try await self.messages(request)
        case ("GET", "callbacks") where request.path.count == 2: return try await self.callback(request)
        case (_, "users"): return try self.users(request)
        case (_, "groups"): return try self.groups(request)
        case (_, "updates"): return try self.updates(request)
        case (_, "failures"): return try self.failures(request)
        default: throw .notFound
        }
    }

    private static func answer(_ error: ControlError) -> Response {
        Response(status: HTTPResponse.Status(code: error.status), json: error.json)
    }

    /// Runs an action, and makes of its refusal one of the control API's.
    static func action<Value>(_ action: () throws(ActionRefusal) -> Value) throws(ControlError) -> Value {
        do { return try action() } catch { throw ControlError(error) }
    }

    static func write(_ receipt: ActionReceipt, to writer: inout JSONWriter) {
        writer.member("messageId", receipt.messageID)
        writer.member("updateIds", array: { for id in receipt.updateIDs { $0.int(id) } })
    }

    static func json(_ receipt: ActionReceipt) -> [UInt8] { JSONWriter.object { self.write(receipt, to: &$0) } }

    static let done = Array("{}".utf8)
}
