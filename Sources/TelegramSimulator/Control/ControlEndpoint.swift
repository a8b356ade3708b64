import HTTPTypes
import Hummingbird
import JSON
import NIOCore

/// The control API over HTTP: JSON in, JSON out, everything under `/control/`.
///
///     GET    state                      bot, updates, webhook, counts, users, groups
///     GET    messages                   ?chat=&after=&limit=&wait=seconds
///     GET    callbacks/ID               ?wait=seconds
///     GET    users                      POST users/ID {firstName, lastName, username, languageCode}
///     POST   users/ID/start             {payload}
///     POST   users/ID/text              {text, chat, thread}
///     POST   users/ID/photo             {caption}
///     POST   users/ID/edit              {messageId, text, chat}
///     POST   users/ID/tap               {messageId, data, chat}
///     POST   users/ID/block, unblock {start}, delete
///     GET    groups                     POST groups {kind, title, id, username, userId, payload}
///     POST   groups/ID/add              {userId, administrator}
///     POST   groups/ID/remove           {userId, ban}
///     POST   groups/ID/start            {userId, payload, thread}
///     POST   groups/ID/migrate          {userId, to}
///     POST   groups/ID/post {text}, rights {canSend}, topic, deleteTopic {thread}, delete
///     GET    updates                    POST updates (the body is the update; ?verbatim=1)
///     POST   updates/renumber           {next}
///     GET    failures                   DELETE failures
///     POST   failures                   {kind, method, chat, times, code, description, retryAfter, delayMs}
///     POST   failures/random            {rate, kinds, methods}
///
/// Actions answer `{messageId, updateIds}`, refusals `{error, message}`.
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
