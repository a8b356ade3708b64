/// The buckets of all chats.
struct RateLimiter: Sendable {
    /// Full buckets say nothing and are forgotten once there are this many.
    private static let bucketsMax = 10_000

    let limits: RateLimits
    private var global: TokenBucket
    private var chats: [Int64: TokenBucket] = [:]

    init(_ limits: RateLimits, at now: UnixTime) {
        self.limits = limits
        self.global = TokenBucket(capacity: limits.globalPerSecond, perSecond: limits.globalPerSecond, at: now)
    }

    /// Takes one message's share, or says how many seconds (1 at least) to wait and takes nothing.
    mutating func admit(chat: Int64, at now: UnixTime) -> Int? {
        var bucket = self.chats[chat] ?? self.bucket(for: chat, at: now)
        let wait = max(bucket.wait(at: now), self.global.wait(at: now))
        guard wait == .zero else { return Int((wait.milliseconds + 999) / 1_000) }
        bucket.take(at: now)
        self.global.take(at: now)
        if self.chats.count >= Self.bucketsMax { self.chats = self.chats.filter { !$0.value.isFull(at: now) } }
        self.chats[chat] = bucket
        return nil
    }

    private func bucket(for chat: Int64, at now: UnixTime) -> TokenBucket {
        if chat > 0 {
            return TokenBucket(capacity: self.limits.chatBurst, perSecond: self.limits.perChatPerSecond, at: now)
        }
        let perMinute = self.limits.perGroupPerMinute
        return TokenBucket(capacity: perMinute, perSecond: perMinute / 60, at: now)
    }
}
