internal import Cryptography
internal import JSON
internal import JSONRPC
internal import Linking
internal import TelegramBot

/// What `notify` was asked to send: read, and checked as far as can be known before Telegram sees it.
struct NotifyRequest {
    static let parameters = [
        "userId", "linkId", "text", "parseMode", "disableNotification", "protectContent", "disablePreview", "buttons",
        "lane", "expiresInSeconds", "sendAt", "onUncertain", "idempotencyKey",
    ]
    static let expiresInSeconds: ClosedRange<Int64> = 1...2_592_000
    static let keyBytes = 1...256

    let addressee: Notify.Addressee
    let message: Message
    let lane: Lane
    let expiresInSeconds: Int64?
    let sendAt: Timestamp?
    let onUncertain: OnUncertain
    let idempotencyKey: String?

    init(_ arguments: Arguments) throws(RPCError) {
        let user = try arguments.optionalUser()
        let link: LinkID? = try arguments.optionalID("linkId")
        switch (user, link) {
        case (let user?, nil): self.addressee = .user(user)
        case (nil, let link?): self.addressee = .link(link)
        case (_?, _?): throw .invalidParams(path: "linkId", hint: "Name either userId or linkId.")
        case (nil, nil): throw .invalidParams(path: "userId", hint: "Name userId or linkId.")
        }
        self.message = try Self.message(arguments)
        self.lane = try arguments.word("lane") ?? .normal
        self.expiresInSeconds = try arguments.integer("expiresInSeconds", in: Self.expiresInSeconds)
        self.sendAt = try arguments.moment("sendAt")
        self.onUncertain = try arguments.word("onUncertain") ?? .drop
        self.idempotencyKey = try arguments.text("idempotencyKey", bytes: Self.keyBytes)
    }

    private static func message(_ arguments: Arguments) throws(RPCError) -> Message {
        let text = try arguments.required("text", "a string") { $0.string }
        let modes = ParseMode.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
        let mode = try arguments.optional("parseMode", "one of \(modes)") { $0.string.flatMap { ParseMode(name: $0) } }
        switch MarkupCheck.text(text, mode: mode) {
        case .ok: break
        case .fault(let fault): throw .textRejected(fault)
        }
        var fault: String?
        let buttons = try arguments.optional("buttons", "rows of inline buttons") { rows in
            fault = MarkupCheck.buttons(rows)
            return RawJSON(rows.minified)
        }
        if let fault { throw .invalidParams(path: "buttons", hint: fault) }
        return Message(
            text: text, parseMode: mode?.rawValue, disableNotification: try arguments.flag("disableNotification"),
            protectContent: try arguments.flag("protectContent"),
            disablePreview: try arguments.flag("disablePreview"), buttons: buttons)
    }

    /// The command that asks for it in the name of `principal`, whose idempotency keys are its own.
    func command(for principal: String, at now: Timestamp) -> Notify {
        var delivery = Delivery(lane: self.lane, sendAt: self.sendAt, onUncertain: self.onUncertain)
        let from = max(now, self.sendAt ?? now)
        delivery.expiresAt = self.expiresInSeconds.map { from.adding(seconds: $0) }
        delivery.idempotency = self.idempotencyKey.map { key in
            Idempotency(
                keyHash: SecretHash(SHA256.hash("\(principal)\u{0}\(key)")), requestHash: self.requestHash)
        }
        return Notify(
            to: self.addressee,
            RequestNotification(firstID: .fresh(at: now), message: self.message, delivery: delivery, kind: .notify))
    }

    /// The hash of everything that was asked, in one order whatever order it came in.
    private var requestHash: SecretHash {
        var writer = JSONWriter(capacity: 256 + self.message.text.utf8.count)
        writer.beginObject()
        switch self.addressee {
        case .user(let user): writer.member("userId", user)
        case .link(let link): writer.member("linkId", link)
        }
        writer.member("text", self.message.text)
        writer.member("parseMode", self.message.parseMode)
        writer.member("disableNotification", self.message.disableNotification)
        writer.member("protectContent", self.message.protectContent)
        writer.member("disablePreview", self.message.disablePreview)
        writer.member("buttons", json: self.message.buttons)
        writer.member("lane", self.lane.rawValue)
        writer.member("expiresInSeconds", self.expiresInSeconds)
        writer.member("sendAt", self.sendAt)
        writer.member("onUncertain", self.onUncertain.rawValue)
        writer.endObject()
        return SecretHash(SHA256.hash(writer.bytes))
    }
}
