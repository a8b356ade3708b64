import EventLog
import Foundation
import Linking
import Logging
import Synchronization

@testable import LinkService

/// A journal over a log in memory and projections in a temporary directory, with a clock that tests move.
final class JournalWorld: Sendable {
    let log: InMemoryEventLog
    let journal: Journal
    let directory: String
    let clock: TimeBox

    init(
        limits: JournalLimits = JournalLimits(), fault: @escaping @Sendable (Int) -> AppendFault? = { _ in nil }
    ) throws {
        self.directory = NSTemporaryDirectory() + "linksvc-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: self.directory, withIntermediateDirectories: true)
        self.log = InMemoryEventLog(fault: fault)
        let time = TimeBox()
        self.clock = time
        self.journal = Journal(
            log: self.log, store: try ProjectionStore(path: self.directory + "/1"), lastTime: time.now,
            clock: WallClock { time.now }, limits: limits,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    deinit {
        self.journal.stop()
        try? FileManager.default.removeItem(atPath: self.directory)
    }

    /// A clock that stands still until it is moved.
    final class TimeBox: Sendable {
        private let value = Mutex(Timestamp(milliseconds: 1_800_000_000_000))
        var now: Timestamp { self.value.withLock { $0 } }
        func advance(seconds: Int64) { self.value.withLock { $0 = $0.adding(seconds: seconds) } }
    }

    /// The records of the log, as text.
    func records() throws -> [String] {
        try self.log.read(from: 1, limit: .max, byteLimit: .max).map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// The types of the log's events, in order.
    func types() throws -> [String] {
        try self.log.read(from: 1, limit: .max, byteLimit: .max).map { record in
            EventName(try EventDecoder.decode(record.bytes, seq: record.seq).event).rawValue
        }
    }

    /// Issues a token for `user` and returns what its bearer has.
    func issue(_ user: String, chat: ChatKind = .private) async throws -> LinkToken {
        let token = LinkToken(at: self.clock.now)
        let command = IssueToken(
            tokenID: token.id, tokenHash: token.hash, userID: UserID(stored: user), chat: chat, context: nil,
            ttlSeconds: 900)
        _ = try await self.journal.perform(command, by: "rpc:test")
        return token
    }

    /// Receives an update in which somebody does `action` in a private chat.
    @discardableResult
    func receive(
        _ updateID: Int64, in chat: Int64, _ action: ChatAction, type: String = "private", confirmURL: String? = nil
    ) async throws -> UpdateOutcome {
        let code = CodeKey(key: [1]).code(.fresh(at: self.clock.now))
        let command = ReceiveUpdate(
            update: UpdateReceived(
                updateID: updateID, kind: "message", update: RawJSON(Array("{\"update_id\":\(updateID)}".utf8)),
                chatID: ChatID(chat), fromID: chat),
            chat: Chat(id: ChatID(chat), type: type, firstName: "Ann"), action: action,
            fresh: FreshIDs(
                linkID: .fresh(at: self.clock.now), notificationID: .fresh(at: self.clock.now), codeID: code.id,
                codeHash: code.hash), confirmURL: confirmURL, replies: Replies())
        return try await self.journal.perform(command, by: "telegram").answer
    }

    /// Asks for a message to every link of `user`.
    func notify(
        _ user: String, _ text: String, key: String? = nil
    ) async throws -> Committed<RequestNotification.Answer> {
        let hash = SecretHash(words: (UInt64(bitPattern: Int64(key.hashValue)), 1, 2, 3))
        let delivery = Delivery(
            idempotency: key.map { _ in
                Idempotency(keyHash: hash, requestHash: SecretHash(words: (UInt64(text.utf8.count), 0, 0, 0)))
            })
        return try await self.journal.perform(
            Notify(
                to: .user(UserID(stored: user)),
                RequestNotification(
                    firstID: .fresh(at: self.clock.now), message: Message(text: text), delivery: delivery, kind: .notify
                )),
            by: "rpc:test")
    }
}
