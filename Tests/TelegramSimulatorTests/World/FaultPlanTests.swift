import Testing

@testable import TelegramSimulator

@Suite struct FaultPlanTests {
    @Test func `a rule holds for its method and chat, so many times`() throws {
        var plan = FaultPlan(random: nil, seed: 1)
        try plan.add(FaultRule(.restart, method: "SendMessage", chat: 5, times: 2))
        #expect(plan.next(method: "getme", chat: nil) == nil)
        #expect(plan.next(method: "sendmessage", chat: 6) == nil)
        #expect(plan.next(method: "sendmessage", chat: 5) == .restart)
        #expect(plan.next(method: "sendmessage", chat: 5) == .restart)
        #expect(plan.next(method: "sendmessage", chat: 5) == nil)
        #expect(plan.injected == [.restart: 2])
    }

    @Test func `a rule without a method holds for all but deliveries`() throws {
        var plan = FaultPlan(random: nil, seed: 1)
        try plan.add(FaultRule(.badGateway))
        #expect(plan.next(method: FaultPlan.webhook, chat: 1) == nil)
        #expect(plan.next(method: "getupdates", chat: nil) == .badGateway)
    }

    @Test func `rules happen in the order they were given`() throws {
        var plan = FaultPlan(random: nil, seed: 1)
        try plan.add(FaultRule(.tooManyRequests(retryAfterSeconds: 3)))
        try plan.add(FaultRule(.error(code: 403, description: "Forbidden: x")))
        #expect(plan.next(method: "getme", chat: nil) == .tooManyRequests(retryAfterSeconds: 3))
        #expect(plan.next(method: "getme", chat: nil) == .error(code: 403, description: "Forbidden: x"))
    }

    @Test func `random faults come at their rate, and the same for the same seed`() {
        func run(seed: UInt64) -> [Fault?] {
            var plan = FaultPlan(random: RandomFaults(rate: 0.05), seed: seed)
            return (0..<10_000).map { _ in plan.next(method: "sendmessage", chat: 1) }
        }
        let faults = run(seed: 7)
        #expect((400...600).contains(faults.count { $0 != nil }))
        #expect(faults == run(seed: 7))
        #expect(faults != run(seed: 8))
        #expect(Set(faults.compactMap { $0?.kind }).count == RandomFaults.common.count)
    }

    @Test func `random faults spare other methods, and end when cleared`() {
        var plan = FaultPlan(random: RandomFaults(rate: 1), seed: 1)
        #expect(plan.next(method: "getme", chat: nil) == nil)
        #expect(plan.next(method: "sendmessage", chat: nil) != nil)
        plan.clear()
        #expect(plan.next(method: "sendmessage", chat: nil) == nil)
    }
}
