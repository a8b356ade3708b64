internal import Cryptography
internal import Linking
internal import TelegramBot

/// Makes commands of updates: the one path behind both webhook and polling.
struct UpdateIntake: Sendable {
    private let store: ProjectionStore
    private let botUsername: String
    private let replies: Replies
    /// What bot-first registration needs; nil when it is off.
    private let registration: RegistrationOptions?
    private let clock: WallClock

    init(
        store: ProjectionStore, botUsername: String, replies: Replies, registration: RegistrationOptions?,
        clock: WallClock = .system
    ) {
        self.store = store
        self.botUsername = botUsername
        self.replies = replies
        self.registration = registration
        self.clock = clock
    }

    /// The command that records `body` and does what it asks for.
    ///
    /// - Throws: ``ProjectionError`` when it cannot be known which tokens to hide; the update is then not to be taken.
    func command(for body: UpdateBody) throws(ProjectionError) -> ReceiveUpdate {
        let update = body.update(for: self.botUsername)
        let action = Self.action(of: update)
        let now = self.clock.now()
        let code = self.code(for: action, at: now)
        return ReceiveUpdate(
            update: UpdateReceived(
                updateID: update.id, kind: update.kind, update: RawJSON(try self.redacted(body)),
                chatID: update.chat.map { ChatID($0.id) }, fromID: update.from?.id),
            chat: Self.chat(of: update), action: action,
            fresh: FreshIDs(
                linkID: .fresh(at: now), notificationID: .fresh(at: now), codeID: code?.id ?? CodeID(high: 0, low: 0),
                codeHash: code?.hash ?? SecretHash(words: (0, 0, 0, 0))),
            confirmURL: code.flatMap { self.registration?.address(of: $0.id) }, replies: self.replies)
    }

    private func redacted(_ body: UpdateBody) throws(ProjectionError) -> [UInt8] {
        var failure: ProjectionError?
        let redactor = TokenRedactor { id in
            do throws(ProjectionError) {
                return try self.store.token(id)
            } catch {
                failure = error
                return nil
            }
        }
        let json = redactor.redact(body.json)
        if let failure { throw failure }
        return json
    }

    /// A new registration code, if the update may need one.
    private func code(for action: ChatAction, at now: Timestamp) -> RegistrationCode? {
        guard let registration = self.registration else { return nil }
        switch action {
        case .start(.none), .help: return registration.key.code(.fresh(at: now))
        case .start, .none, .status, .stop, .unreachable, .reachable, .migrated, .migratedFrom: return nil
        }
    }

    private static func chat(of update: Update) -> Chat? {
        update.chat.map { chat in
            Chat(
                id: ChatID(chat.id), type: chat.type, title: chat.title, username: chat.username,
                firstName: chat.firstName, lastName: chat.lastName, threadID: update.threadID,
                language: update.from?.languageCode)
        }
    }

    private static func action(of update: Update) -> ChatAction {
        switch update.event {
        case .command(let name, _, let argument): Self.action(ofCommand: name, argument)
        case .blocked(let status): .unreachable(reason: status == "kicked" ? "blocked" : status)
        case .removed(let status): .unreachable(reason: status == "restricted" ? "left" : status)
        case .unblocked, .added: .reachable
        case .migrated(let chat): .migrated(to: ChatID(chat))
        case .migratedFrom(let chat): .migratedFrom(ChatID(chat))
        case .text, .callback, .other: .none
        }
    }

    private static func action(ofCommand name: String, _ argument: String) -> ChatAction {
        switch name {
        case "start":
            if argument.isEmpty { return .start(.none) }
            guard let token = LinkToken(argument) else { return .start(.unrecognised) }
            return .start(.token(token.id, token.hash))
        case "help": return .help
        case "status": return .status
        case "stop", "unlink": return .stop
        default: return .none  // Any other word.
        }
    }
}

extension Identifier {
    /// A new id with randomness from the system.
    static func fresh(at time: Timestamp) -> Identifier {
        Identifier(at: time, random: (SecureRandom.uint64(), SecureRandom.uint64()))
    }
}
