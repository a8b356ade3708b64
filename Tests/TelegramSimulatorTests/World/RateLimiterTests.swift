import Testing

@testable import TelegramSimulator

@Suite struct RateLimiterTests {
    @Test func `a private chat takes a burst of three and then one a second`() {
        var limiter = RateLimiter(RateLimits(), at: evening)
        #expect((0..<4).map { _ in limiter.admit(chat: 1, at: evening) } == [nil, nil, nil, 1])
        #expect(limiter.admit(chat: 2, at: evening) == nil)
        #expect(limiter.admit(chat: 1, at: evening + .milliseconds(999)) == 1)
        #expect(limiter.admit(chat: 1, at: evening + .milliseconds(1_000)) == nil)
        #expect(limiter.admit(chat: 1, at: evening + .milliseconds(1_001)) == 1)
    }

    @Test func `a group takes twenty a minute`() {
        var limiter = RateLimiter(RateLimits(), at: evening)
        for _ in 0..<20 { #expect(limiter.admit(chat: -5, at: evening) == nil) }
        #expect(limiter.admit(chat: -5, at: evening) == 3)
        #expect(limiter.admit(chat: -5, at: evening + .seconds(3)) == nil)
    }

    @Test func `all chats together take thirty a second`() {
        var limiter = RateLimiter(RateLimits(), at: evening)
        for chat in 1...30 as ClosedRange<Int64> { #expect(limiter.admit(chat: chat, at: evening) == nil) }
        #expect(limiter.admit(chat: 31, at: evening) == 1)
        #expect(limiter.admit(chat: 31, at: evening + .milliseconds(34)) == nil)
    }

    @Test func `a refused message takes nothing`() {
        var limits = RateLimits()
        limits.chatBurst = 1
        var limiter = RateLimiter(limits, at: evening)
        #expect(limiter.admit(chat: 1, at: evening) == nil)
        for _ in 0..<100 { #expect(limiter.admit(chat: 1, at: evening) == 1) }
        #expect(limiter.admit(chat: 1, at: evening + .seconds(1)) == nil)
    }
}
