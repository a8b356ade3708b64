/// All that the simulated Telegram knows. A value: users act on it and the bot calls it, both at ``now``; what others
/// have to be told of is left in its effects. It does no I/O, knows no clock, and takes every random choice from its
/// seed.
struct World: Sendable {
    let bot: BotIdentity
    let isLocal: Bool
    let timeScale: Double

    /// The time of day. Set it before anything else is done.
    var now: UnixTime
    var users: [Int64: SimulatedUser] = [:]
    var groups: [Int64: SimulatedGroup] = [:]
    var updates: UpdateQueue
    var messages = MessageLog()
    var allowedUpdates = AllowedUpdates()
    var webhook: Webhook?
    var webhookGeneration: UInt64 = 0
    var webhookSetAt: UnixTime?
    /// The JSON text of the bot's commands, by scope and language.
    var commands: [String: [UInt8]] = [:]
    var callbacks: [String: CallbackQuery] = [:]
    var limiter: RateLimiter?
    var faults: FaultPlan
    /// How often each method was called, faults included.
    var calls: [String: Int] = [:]
    var random: SeededGenerator
    /// The last number of the one sequence that private chats and basic groups share.
    var lastAccountMessageID: Int64 = 0
    private var effects = Effects()

    init(_ configuration: SimulatorConfiguration, now: UnixTime) {
        self.bot = configuration.bot
        self.isLocal = configuration.isLocal
        self.timeScale = configuration.timeScale
        self.now = now
        self.random = SeededGenerator(seed: configuration.seed)
        self.updates = UpdateQueue(nextID: Int64.random(in: UpdateQueue.startIDs, using: &self.random))
        self.limiter = configuration.rateLimits.map { RateLimiter($0, at: now) }
        self.faults = FaultPlan(random: configuration.randomFaults, seed: configuration.seed &+ 1)
    }

    /// Takes what happened since the last time that others have to be told of.
    mutating func takeEffects() -> Effects {
        defer { self.effects = Effects() }
        return self.effects
    }

    /// A call to that method begins: counts it, and says what goes wrong with it.
    mutating func admit(method: String, chat: Int64?) -> Fault? {
        self.calls[BotMethod(name: method)?.rawValue ?? "unknown", default: 0] += 1
        return self.faults.next(method: method.lowercased(), chat: chat)
    }

    /// Lets an update wait for the bot, if the bot wants this kind.
    mutating func enqueue(_ kind: UpdateKind, of id: Int64, _ payload: [UInt8]) -> Int64? {
        guard self.allowedUpdates.kinds.contains(kind) else { return nil }
        return self.enqueue(lane: kind.lane(id: id), lifetime: kind.lifetime) { number in
            Self.update(number, name: kind.rawValue, payload: payload)
        }
    }

    /// Lets an update of any kind wait for the bot.
    mutating func enqueue(lane: UpdateLane, lifetime: Duration, json: (_ id: Int64) -> [UInt8]) -> Int64? {
        let expiresAt = self.now + lifetime
        guard let update = self.updates.append(lane: lane, expiresAt: expiresAt, json: json) else { return nil }
        self.webhook?.schedule.add(update.id, lane: update.lane)
        self.effects.updatesQueued = true
        return update.id
    }

    /// Ends the poll that waits, if one does.
    mutating func endPoll(_ error: APIError) { self.effects.pollEnds = error }

    /// Lets the deliverer look again.
    mutating func deliveriesChanged() { self.effects.deliveriesChanged = true }

    /// The update as it goes over the wire, with a line break where Telegram puts one.
    private static func update(_ id: Int64, name: String, payload: [UInt8]) -> [UInt8] {
        var json = Array("{\"update_id\":\(id),\n\"\(name)\":".utf8)
        json.reserveCapacity(json.count + payload.count + 1)
        json += payload
        json.append(UInt8(ascii: "}"))
        return json
    }
}
