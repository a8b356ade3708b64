internal import Linking

/// Links by id, by user and by chat.
///
/// ```
/// "l" 0 linkId           -> Link
/// "l" 1 userId           -> ids of the user's links that are active or suspended
/// "l" 2 chatId           -> ids of the chat's links that are active or suspended
/// "l" 3 userId linkId    -> nothing: every link the user ever had
/// "l" 4 chatId linkId    -> nothing: every link of the chat
/// ```
enum LinksProjection: Projection {
    static let name = "links"
    static let version: UInt64 = 1
    static let prefix = UInt8(ascii: "l")

    static let allKey = StateKey(Self.prefix, 0)
    static func key(_ id: LinkID) -> StateKey { Self.allKey.id(id) }
    static func currentKey(_ user: UserID) -> StateKey { StateKey(Self.prefix, 1).user(user) }
    static func currentKey(_ chat: ChatID) -> StateKey { StateKey(Self.prefix, 2).chat(chat) }
    static func indexKey(_ user: UserID) -> StateKey { StateKey(Self.prefix, 3).user(user) }
    static func indexKey(_ chat: ChatID) -> StateKey { StateKey(Self.prefix, 4).chat(chat) }

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) throws(ProjectionError) {
        switch recorded.event {
        case .linkConfirmed(let confirmed):
            try Self.add(Link(confirmed, at: recorded.time), &state)
        case .linkSuspended(let changed), .linkResumed(let changed), .linkRevoked(let changed):
            try Self.change(changed.linkID, recorded, &state)
        case .linkMigrated(let migrated):
            try Self.change(migrated.linkID, recorded, &state)
        case .logCreated, .updateReceived, .tokenIssued, .tokenRedeemed, .tokenRevoked, .tokenExpired, .tokenRejected,
            .registrationRequested, .notificationRequested, .notificationAttempted, .notificationSent,
            .notificationDeferred, .notificationFailed, .notificationExpired, .notificationCancelled,
            .notificationUncertain:
            return
        }
    }

    private static func add(_ link: Link, _ state: inout StagedState) throws(ProjectionError) {
        state.put(link, at: Self.key(link.id))
        state.put([], at: Self.indexKey(link.userID).id(link.id))
        state.put([], at: Self.indexKey(link.chatID).id(link.id))
        try Self.list(link.id, at: Self.currentKey(link.userID), &state)
        try Self.list(link.id, at: Self.currentKey(link.chatID), &state)
        state.summary.links[link.state] += 1
    }

    private static func change(
        _ id: LinkID, _ recorded: RecordedEvent, _ state: inout StagedState
    ) throws(ProjectionError) {
        guard let before = try state.state(at: Self.key(id), as: Link.self) else { return }
        var link = before
        link.apply(recorded)
        guard link != before else { return }
        state.put(link, at: Self.key(id))
        state.summary.links[before.state] -= 1
        state.summary.links[link.state] += 1
        if link.chatID != before.chatID {
            state.remove(Self.indexKey(before.chatID).id(id))
            state.put([], at: Self.indexKey(link.chatID).id(id))
            try Self.unlist(id, at: Self.currentKey(before.chatID), &state)
            try Self.list(id, at: Self.currentKey(link.chatID), &state)
        }
        if case .revoked = link.state {
            try Self.unlist(id, at: Self.currentKey(link.userID), &state)
            try Self.unlist(id, at: Self.currentKey(link.chatID), &state)
        }
    }

    private static func list(
        _ id: LinkID, at key: StateKey, _ state: inout StagedState
    ) throws(ProjectionError) {
        var list = try state.state(at: key, as: IDList<Link>.self) ?? IDList([])
        guard !list.ids.contains(id) else { return }
        list.ids.append(id)
        state.put(list, at: key)
    }

    private static func unlist(
        _ id: LinkID, at key: StateKey, _ state: inout StagedState
    ) throws(ProjectionError) {
        guard var list = try state.state(at: key, as: IDList<Link>.self) else { return }
        list.ids.removeAll { $0 == id }
        if list.ids.isEmpty { state.remove(key) } else { state.put(list, at: key) }
    }

    static func summary(of summary: StateSummary) -> [UInt8] {
        summary.links.storedBytes
    }

    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) throws(StateError) {
        summary.links = try bytes.map { (bytes) throws(StateError) in try LinkCounts(stored: bytes) } ?? LinkCounts()
    }
}
