import Hummingbird
import JSON
import JSONRPC
import NIOCore

/// What the page can do: call the service as the application, and act in the chats as their users.
struct DemoActions: Sendable {
    let backend: DemoBackend
    let world: DemoWorld
    let feed: DemoFeed
    let follower: DemoFollower

    func add(to router: Router<BasicRequestContext>) {
        let api = router.group("/api")
        api.get("links") { _, _ in await Self.respond { try await self.links() } }
        self.post("issue", to: api) { try await self.issue($0) }
        self.post("notify", to: api) { try await self.notify($0) }
        self.post("start", to: api) { body in
            try self.say(try self.world.start(try Self.chat(body), payload: body["payload"]?.string))
        }
        self.post("type", to: api) { body in
            try self.say(try self.world.type(try Self.text(body, "text"), in: try Self.chat(body)))
        }
        self.post("block", to: api) { body in
            try self.world.block(try Self.chat(body))
            return try self.say(nil)
        }
        self.post("unblock", to: api) { body in
            try self.world.unblock(try Self.chat(body))
            return try self.say(nil)
        }
    }

    // MARK: As the application

    private func issue(_ body: JSONValue) async throws -> [UInt8] {
        let user = try Self.text(body, "userId")
        let isGroup = DemoChat(rawValue: user)?.isGroup ?? false
        return try await self.call("issueToken") {
            $0.member("userId", user)
            $0.member("chat", isGroup ? "group" : nil)
        }
    }

    private func notify(_ body: JSONValue) async throws -> [UInt8] {
        let user = try Self.text(body, "userId")
        let text = try Self.text(body, "text")
        return try await self.call("notify") {
            $0.member("userId", user)
            $0.member("text", text)
        }
    }

    private func links() async throws -> [UInt8] {
        try await self.backend.call("listLinks").bytes
    }

    private func call(_ method: String, _ params: (inout JSONWriter) -> Void) async throws -> [UInt8] {
        let result = try await self.backend.call(method, JSONWriter.object(params))
        self.follower.look()
        return result.bytes
    }

    // MARK: As the users

    private func say(_ message: DemoMessage?) throws -> [UInt8] {
        if let message { self.feed.add(message) } else { self.feed.worldChanged() }
        self.follower.look()
        return JSONWriter.object { $0.member("messageId", message?.id) }
    }

    private static func chat(_ body: JSONValue) throws -> DemoChat {
        guard let chat = DemoChat(rawValue: try Self.text(body, "chat")) else { throw DemoError.invalid("chat") }
        return chat
    }

    private static func text(_ body: JSONValue, _ name: String) throws -> String {
        guard let text = body[name]?.string else { throw DemoError.invalid(name) }
        return text
    }

    // MARK: Over HTTP

    private func post(
        _ path: RouterPath, to api: RouterGroup<BasicRequestContext>,
        _ action: @escaping @Sendable (JSONValue) async throws -> [UInt8]
    ) {
        api.post(path) { request, _ in
            guard let body = try? await request.body.collect(upTo: DemoLimits.bodyBytes) else {
                return DemoError(.contentTooLarge, "The request is too large.").response
            }
            guard let document = try? JSONDocument(Array(body.readableBytesView)) else {
                return DemoError(.badRequest, "The request is not JSON.").response
            }
            return await Self.respond { try await action(document.root) }
        }
    }

    private static func respond(_ answer: () async throws -> [UInt8]) async -> Response {
        do {
            let json = try await answer()
            return Response(
                status: .ok, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
        } catch {
            return DemoError(error).response
        }
    }
}
