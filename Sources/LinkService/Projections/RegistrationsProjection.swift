internal import Linking

/// Bot-first registrations by id, the codes of each chat, and a queue of all codes in the order they expire.
///
/// ```
/// "r" 0 codeId     -> Registration
/// "r" 1 chatId     -> codes of the chat that had not expired when the last one was made
/// "r" 2 number     -> code, first to expire first
/// ```
enum RegistrationsProjection: Projection {
    static let name = "registrations"
    static let version: UInt64 = 1
    static let prefix = UInt8(ascii: "r")
    /// How many expired codes an event clears away: more than it can add, so that the queue cannot grow.
    private static let clearedPerEvent = 16

    static func key(_ id: CodeID) -> StateKey { StateKey(Self.prefix, 0).id(id) }
    static func chatKey(_ chat: ChatID) -> StateKey { StateKey(Self.prefix, 1).chat(chat) }
    static func queueKey(_ number: UInt64) -> StateKey { StateKey(Self.prefix, 2).number(number) }

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError) {
        switch recorded.event {
        case .registrationRequested(let requested):
            try Self.add(requested, recorded, &state)
        case .linkConfirmed(let confirmed):
            guard case .registration(let id) = confirmed.proof else { return }
            try state.update(Registration.self, at: Self.key(id)) { $0.apply(recorded) }
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .linkSuspended, .linkResumed, .linkRevoked, .linkMigrated, .notificationRequested, .notificationAttempted,
            .notificationSent, .notificationDeferred, .notificationFailed, .notificationExpired,
            .notificationCancelled, .notificationUncertain:
            return
        }
    }

    private static func add(
        _ requested: RegistrationRequested, _ recorded: RecordedEvent, _ state: inout StagedState
    ) throws(ProjectionError) {
        let chatKey = Self.chatKey(requested.chat.id)
        var codes = try state.state(at: chatKey, as: CodeList.self) ?? CodeList(codes: [])
        codes.codes.removeAll { $0.expiresAt <= recorded.time }
        for code in codes.codes {
            try state.update(Registration.self, at: Self.key(code.id)) { $0.apply(recorded) }
        }
        let code = CodeList.Code(id: requested.codeID, expiresAt: requested.expiresAt)
        codes.codes.append(code)
        state.put(codes, at: chatKey)
        state.put(Registration(requested), at: Self.key(requested.codeID))
        state.put(CodeList(codes: [code]), at: Self.queueKey(state.summary.openCodes.tail))
        state.summary.openCodes.tail += 1
        try Self.clear(at: recorded.time, &state)
    }

    private static func clear(at time: Timestamp, _ state: inout StagedState) throws(ProjectionError) {
        for _ in 0..<Self.clearedPerEvent where state.summary.openCodes.count > 0 {
            let key = Self.queueKey(state.summary.openCodes.head)
            if let code = try state.state(at: key, as: CodeList.self)?.codes.first, code.expiresAt > time { return }
            state.remove(key)
            state.summary.openCodes.head += 1
        }
    }

    static func summary(of summary: StateSummary) -> [UInt8] {
        summary.openCodes.storedBytes
    }

    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) throws(StateError) {
        summary.openCodes = try bytes.map { (bytes) throws(StateError) in try Ring(stored: bytes) } ?? Ring()
    }
}
