import Testing

@testable import TelegramSimulator

@Suite struct DeliveryScheduleTests {
    private let ann = UpdateLane(name: "messages", id: 1)
    private let bob = UpdateLane(name: "messages", id: 2)
    private var generator = SeededGenerator(seed: 1)

    private func schedule(_ maxConnections: Int = 40) -> DeliverySchedule {
        DeliverySchedule(maxConnections: maxConnections, timeScale: 1, at: evening)
    }

    @Test func `a lane is in order, lanes are side by side`() {
        var schedule = self.schedule()
        schedule.add(1, lane: self.ann)
        schedule.add(2, lane: self.ann)
        schedule.add(3, lane: self.bob)
        #expect(schedule.next(at: evening)?.update == 1)
        #expect(schedule.next(at: evening)?.update == 3)
        #expect(schedule.next(at: evening) == nil)
        schedule.succeed(self.ann, at: evening)
        #expect(schedule.next(at: evening)?.update == 2)
    }

    @Test func `never more are on their way than there are connections`() {
        var schedule = self.schedule(2)
        for id in 1...3 as ClosedRange<Int64> { schedule.add(id, lane: UpdateLane(name: "messages", id: id)) }
        #expect(schedule.next(at: evening) != nil)
        #expect(schedule.next(at: evening) != nil)
        #expect(schedule.next(at: evening) == nil)
        schedule.succeed(UpdateLane(name: "messages", id: 1), at: evening)
        #expect(schedule.next(at: evening)?.update == 3)
    }

    @Test mutating func `an update rests longer after each failure`() {
        let delays = (1...6).map { DeliverySchedule.delaySeconds(afterFailures: $0, using: &self.generator) }
        #expect(delays == [0, 2, 4, 8, 16, 32])
        for _ in 0..<100 {
            #expect((60...64).contains(DeliverySchedule.delaySeconds(afterFailures: 7, using: &self.generator)))
            #expect((60...120).contains(DeliverySchedule.delaySeconds(afterFailures: 8, using: &self.generator)))
        }
    }

    @Test mutating func `a failed update goes before the rest of its lane`() {
        var schedule = self.schedule()
        schedule.add(1, lane: self.ann)
        schedule.add(2, lane: self.ann)
        _ = schedule.next(at: evening)
        schedule.fail(self.ann, retryAfterSeconds: nil, at: evening, using: &self.generator)
        #expect(schedule.next(at: evening)?.update == 1)
        schedule.fail(self.ann, retryAfterSeconds: nil, at: evening, using: &self.generator)
        #expect(schedule.next(at: evening) == nil)
        #expect(schedule.wake(at: evening) == evening + .seconds(2))
        #expect(schedule.next(at: evening + .seconds(2))?.update == 1)
    }

    @Test mutating func `Retry-After is honoured up to an hour`() {
        var schedule = self.schedule()
        schedule.add(1, lane: self.ann)
        for (asked, expected) in [(30, 30), (9_999, 3_600), (0, 4)] {
            let now = schedule.wake(at: evening) ?? evening
            _ = schedule.next(at: now)
            schedule.fail(self.ann, retryAfterSeconds: asked, at: now, using: &self.generator)
            #expect(schedule.wake(at: now) == now + .seconds(expected))
            schedule.add(9, lane: self.bob)
            _ = schedule.next(at: now)
            schedule.succeed(self.bob, at: now)
        }
    }

    @Test mutating func `the time scale shortens the rest`() {
        var schedule = DeliverySchedule(maxConnections: 1, timeScale: 0.001, at: evening)
        schedule.add(1, lane: self.ann)
        for _ in 0..<2 {
            _ = schedule.next(at: evening)
            schedule.fail(self.ann, retryAfterSeconds: nil, at: evening, using: &self.generator)
        }
        #expect(schedule.wake(at: evening) == evening + .milliseconds(2))
    }

    @Test mutating func `updates that keep failing stall all others`() {
        var schedule = self.schedule(1)
        for id in 1...3 as ClosedRange<Int64> { schedule.add(id, lane: UpdateLane(name: "messages", id: id)) }
        for _ in 0..<2 {
            let lane = schedule.next(at: evening)?.lane
            schedule.fail(lane ?? self.ann, retryAfterSeconds: 60, at: evening, using: &self.generator)
        }
        #expect(schedule.next(at: evening) == nil)
    }

    @Test mutating func `after ten seconds without a success one connection has to do`() {
        var schedule = self.schedule(3)
        for id in 1...3 as ClosedRange<Int64> { schedule.add(id, lane: UpdateLane(name: "messages", id: id)) }
        let first = schedule.next(at: evening)?.lane
        schedule.fail(first ?? self.ann, retryAfterSeconds: 60, at: evening, using: &self.generator)
        let later = evening + .seconds(11)
        #expect(schedule.next(at: later) != nil)
        #expect(schedule.next(at: later) == nil)
        schedule.succeed(UpdateLane(name: "messages", id: 2), at: later)
        #expect(schedule.next(at: later) != nil)
    }
}
