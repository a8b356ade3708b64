internal import JSON
internal import JSONRPC
internal import Linking

extension ServiceMethods {
    var linkMethods: [Method] {
        [self.getRegistration, self.confirmLink, self.listLinks, self.revokeLink]
    }

    private var getRegistration: Method {
        self.reading("getRegistration", ["code"]) { arguments, _ in
            let code = try Self.code(arguments)
            let registration = try self.core.store.registration(code.id)
            guard let registration else { throw RPCError(Rejection.registrationNotFound) }
            do throws(Rejection) {
                try registration.check(hash: code.hash, at: self.core.clock.now())
            } catch {
                throw RPCError(error)
            }
            return RPCResult {
                $0.member("codeId", registration.id)
                $0.name("chat")
                $0.beginObject()
                $0.member("type", registration.chat.type)
                $0.member("title", registration.chat.title)
                $0.member("username", registration.chat.username)
                $0.member("firstName", registration.chat.firstName)
                $0.endObject()
                $0.member("expiresAt", registration.expiresAt)
            }
        }
    }

    private var confirmLink: Method {
        self.ordering("confirmLink", ["code", "userId"]) { arguments, _ throws(RPCError) in
            let code = try Self.code(arguments)
            let now = self.core.clock.now()
            let command = ConfirmLink(
                codeID: code.id, codeHash: code.hash, userID: try arguments.user(), linkID: .fresh(at: now),
                notificationID: .fresh(at: now), replies: self.core.replies)
            return Order(command) { committed in
                RPCResult {
                    $0.member("link", committed.answer.link)
                    $0.member("seq", committed.seq)
                }
            }
        }
    }

    /// The code; one that no code looks like is as unknown as any other.
    private static func code(_ arguments: Arguments) throws(RPCError) -> RegistrationCode {
        let text = try arguments.required("code", "a registration code") { $0.string }
        guard let code = RegistrationCode(text) else { throw RPCError(Rejection.registrationNotFound) }
        return code
    }

    private var listLinks: Method {
        self.reading("listLinks", ["userId", "chatId", "state", "limit", "cursor"]) { arguments, _ in
            let query = LinkQuery(
                user: try arguments.optionalUser(), chat: try arguments.optionalChat(),
                state: try arguments.word("state"), page: try Page(arguments))
            let (links, next) = try query.run(self.core.store)
            return RPCResult { writer in
                writer.name("links")
                writer.beginArray()
                for link in links { writer.link(link) }
                writer.endArray()
                writer.member("nextCursor", next)
            }
        }
    }

    private var revokeLink: Method {
        self.ordering("revokeLink", ["linkId", "userId", "chatId"], byPosition: false) {
            arguments, _ throws(RPCError) in
            let link: LinkID? = try arguments.optionalID("linkId")
            let user = try arguments.optionalUser()
            let chat = try arguments.optionalChat()
            let selection: RevokeSelectedLinks.Selection
            switch (link, user) {
            case (let link?, nil) where chat == nil: selection = .link(link)
            case (nil, let user?): selection = .user(user, in: chat)
            case (_?, _): throw .invalidParams(path: "linkId", hint: "Name either linkId, or userId (and chatId).")
            case (nil, nil): throw .invalidParams(path: "linkId", hint: "Name linkId, or userId (and chatId).")
            }
            return Order(RevokeSelectedLinks(selection)) { committed in
                RPCResult {
                    $0.member("revoked", committed.answer.revoked)
                    if committed.firstSeq != nil { $0.member("seq", committed.seq) }
                }
            }
        }
    }
}
