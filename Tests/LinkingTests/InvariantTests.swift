import Linking
import Testing

/// What holds after any commands in any order.
struct InvariantTests {
    private static let seeds: [UInt64] = Array(1...12) + [UInt64.random(in: 0 ... .max)]

    @Test(arguments: seeds)
    func `nothing that must always hold is ever broken`(seed: UInt64) {
        print("seed \(seed)")
        var session = RandomSession(seed: seed)
        for step in 0..<300 {
            let before = session.world
            session.step()
            let broken = Self.broken(before, session.world)
            #expect(broken.isEmpty, "seed \(seed), step \(step)")
            if !broken.isEmpty { return }
        }
    }

    @Test func `random sessions reach every type of event but the log's first`() {
        var session = RandomSession(seed: 1)
        for _ in 0..<1_500 { session.step() }
        let types = Set(session.world.log.map { String("\($0.event)".prefix { $0 != "(" }) })
        #expect(types.count == 20, "\(types.sorted())")
    }

    /// The names of the invariants that do not hold.
    private static func broken(_ before: World, _ world: World) -> [String] {
        var names: [String] = []
        if !world.idle.isEmpty { names.append("an event changed nothing or has a wrong cause: \(world.idle)") }
        if !Self.tokensHold(world) { names.append("a token redeemed once, one issued token a user and kind") }
        if !Self.linksHold(world) { names.append("one link a private chat, one link a user and chat") }
        if !Self.codesHold(world) { names.append("one open code a chat, five alive") }
        if !Self.attemptsHold(world) { names.append("attempts count 1, 2, 3") }
        if !Self.finalsHold(before, world) { names.append("final states stay") }
        return names
    }

    private static func tokensHold(_ world: World) -> Bool {
        let redeemed = world.log.compactMap { recorded -> TokenID? in
            if case .tokenRedeemed(let redeemed) = recorded.event { redeemed.tokenID } else { nil }
        }
        let issued = world.tokens.values.filter { $0.state == .issued }.map { "\($0.chat) \($0.userID.text)" }
        let linked = redeemed.allSatisfy { world.tokens[$0]?.linkID.flatMap { world.links[$0] } != nil }
        return Set(redeemed).count == redeemed.count && Set(issued).count == issued.count && linked
    }

    private static func linksHold(_ world: World) -> Bool {
        let alive = world.links.values.filter { !$0.isRevoked }
        let privateChats = alive.filter { $0.chatType == "private" }.map(\.chatID)
        let pairs = alive.map { "\($0.chatID.value) \($0.userID.text)" }
        return Set(privateChats).count == privateChats.count && Set(pairs).count == pairs.count
    }

    private static func codesHold(_ world: World) -> Bool {
        let chats = Dictionary(grouping: world.registrations.values, by: \.chat.id)
        return chats.allSatisfy { chat, codes in
            codes.count { $0.state == .open } <= 1 && world.openCodes(in: chat) <= 5
        }
    }

    private static func attemptsHold(_ world: World) -> Bool {
        var attempts: [NotificationID: Int] = [:]
        for case .notificationAttempted(let attempted) in world.log.map(\.event) {
            guard attempted.attempt == attempts[attempted.notificationID, default: 0] + 1 else { return false }
            attempts[attempted.notificationID] = attempted.attempt
        }
        return true
    }

    private static func finalsHold(_ before: World, _ world: World) -> Bool {
        let messages = before.notifications.values.filter(\.isFinal).allSatisfy { world.notifications[$0.id] == $0 }
        let links = before.links.values.filter(\.isRevoked).allSatisfy { world.links[$0.id] == $0 }
        let tokens = before.tokens.values.filter { $0.state != .issued }
            .allSatisfy { world.tokens[$0.id]?.state == $0.state }
        return messages && links && tokens
    }
}
