import LinkService
import Linking
import TelegramBot
import Testing

/// What the dispatcher does when it, the storage or the token fails in the middle.
@Suite(.timeLimit(.minutes(1)))
struct DispatcherRecoveryTests {
    private let world = DispatchWorld()
    private let disk = JournalError.storage(.notWritten, reason: "no space left")

    @Test func `a restart takes up what waited, and calls uncertain what was under way`() async {
        self.world.sender.hold(7)
        self.world.sender.answer(.unavailable(description: "502"), to: 8)
        let (cut, deferred) = (self.world.request("cut off", to: 7), self.world.request("deferred", to: 8))
        let waiting = self.world.request("waiting", to: 7)
        await self.world.run {
            await self.world.untilDeferred(deferred)
            await self.world.sender.received(2)
        }
        #expect(self.world.state(cut) == .sending)

        let restarted = DispatchWorld(restarting: self.world)
        await restarted.run {
            await restarted.untilSent(waiting)
            #expect(restarted.state(cut) == .uncertain(reason: "answerLost"))
            await restarted.clock.untilSomebodySleeps(until: .seconds(1))
            restarted.clock.advance(by: .seconds(1))
            await restarted.untilSent(deferred)
            #expect(Set(restarted.sender.texts) == ["cut off", "deferred", "waiting"])
            #expect(restarted.sender.texts.filter { $0 == "cut off" }.count == 1)
        }
    }

    @Test func `a restart sends again what was under way, where the caller asked for that, before what is behind it`()
        async
    {
        self.world.sender.hold(7)
        let cut = self.world.request("cut off", to: 7, Delivery(onUncertain: .resend))
        let behind = self.world.request("behind", to: 7)
        await self.world.run { await self.world.sender.received(1) }

        let restarted = DispatchWorld(restarting: self.world)
        await restarted.run {
            await restarted.untilDeferred(cut)
            await restarted.clock.untilSomebodySleeps(until: .seconds(1))
            restarted.clock.advance(by: .seconds(1))
            await restarted.untilSent(behind)
            #expect(restarted.sender.texts == ["cut off", "cut off", "behind"])
        }
    }

    @Test func `a message that is told of twice, by an event and by the projections, is sent once`() async {
        let id = self.world.request("once", to: 7)
        self.world.dispatcher.resume(self.world.journal.unfinished)
        await self.world.run {
            await self.world.untilSent(id)
            await self.world.untilSent(self.world.request("next", to: 7))
            #expect(self.world.sender.texts == ["once", "next"])
        }
    }

    @Test func `a refused token stops all sending until it is accepted again`() async {
        self.world.sender.answer(.unauthorized(description: "Unauthorized"), to: 7)
        self.world.sender.state.change { $0.isAuthorized = false }
        await self.world.run {
            let first = self.world.request("first", to: 7)
            await self.world.clock.untilSomebodySleeps(until: .seconds(5))
            #expect(self.world.state(first) == .deferred(notBefore: .at(.seconds(1)), reason: "unauthorized"))
            #expect(self.world.dispatcher.status.breaker == .open(until: .at(.seconds(5))))
            let second = self.world.request("second", to: 8)
            self.world.clock.advance(by: .seconds(5))
            await self.world.clock.untilSomebodySleeps(until: .seconds(15))
            #expect(self.world.sender.state.value.probes == 1)
            #expect(self.world.sender.texts == ["first"])

            self.world.sender.state.change { $0.isAuthorized = true }
            self.world.clock.advance(by: .seconds(10))
            await self.world.untilSent(first)
            await self.world.untilSent(second)
            #expect(self.world.sender.state.value.probes == 2)
            #expect(self.world.dispatcher.status.breaker == .closed)
        }
    }

    @Test func `a stop lets what is under way finish and begins nothing new`() async {
        self.world.sender.hold(7)
        let (first, second) = (self.world.request("first", to: 7), self.world.request("second", to: 7))
        await self.world.run {
            await self.world.sender.received(1)
            self.world.dispatcher.stop(within: .seconds(5))
            await self.world.clock.untilSomebodySleeps(until: .seconds(5))
            self.world.sender.release(7)
            await self.world.untilSent(first)
        }
        #expect(self.world.state(second) == .queued)
        #expect(self.world.sender.texts == ["first"])
    }

    @Test func `a stop that runs out of time leaves in the log what was under way`() async {
        self.world.sender.hold(7)
        let id = self.world.request("slow", to: 7)
        await self.world.run {
            await self.world.sender.received(1)
            self.world.dispatcher.stop(within: .seconds(5))
            await self.world.clock.untilSomebodySleeps(until: .seconds(5))
            self.world.clock.advance(by: .seconds(5))
        }
        #expect(self.world.state(id) == .sending)
    }

    @Test func `a cancelled dispatcher returns`() async {
        self.world.sender.hold(7)
        let id = self.world.request("slow", to: 7)
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await self.world.dispatcher.run() }
            await self.world.sender.received(1)
            group.cancelAll()
        }
        #expect(self.world.state(id) == .sending)
    }

    @Test func `an outcome that cannot be recorded is kept until it can, and the message is not sent twice`() async {
        self.world.journal.state.change { $0.resolveFailures = [self.disk, .overloaded, self.disk] }
        await self.world.run {
            let id = self.world.request("once", to: 7)
            for (moment, delay) in [(100, 100), (300, 200), (700, 400)] {
                await self.world.clock.untilSomebodySleeps(until: .milliseconds(moment))
                #expect(self.world.state(id) == .sending)
                self.world.clock.advance(by: .milliseconds(delay))
            }
            await self.world.untilSent(id)
            #expect(self.world.sender.texts == ["once"])
            #expect(self.world.dispatcher.status.totals.journalFailures == 3)
        }
    }

    @Test func `an attempt that cannot be recorded is not made until it can`() async {
        self.world.journal.state.change { $0.attemptFailures = [self.disk] }
        await self.world.run {
            let id = self.world.request("once", to: 7)
            await self.world.clock.untilSomebodySleeps(until: .milliseconds(100))
            #expect(self.world.sender.texts.isEmpty)
            self.world.clock.advance(by: .milliseconds(100))
            await self.world.untilSent(id)
        }
    }

    @Test func `an attempt that is in the log though it was said to have failed is made up for`() async {
        self.world.journal.state.change { state in
            state.attemptFailures = [.storage(.unknown, reason: "reset")]
            state.writesUnknown = true
        }
        await self.world.run {
            let id = self.world.request("once", to: 7)
            await self.world.clock.untilSomebodySleeps(until: .milliseconds(100))
            #expect(self.world.state(id) == .sending)
            self.world.clock.advance(by: .milliseconds(100))
            await self.world.clock.untilSomebodySleeps(until: .milliseconds(1_100))
            self.world.clock.advance(by: .seconds(1))
            await self.world.untilSent(id)
            #expect(self.world.sender.texts == ["once"])
        }
    }

    @Test func `a text that cannot be read is tried again`() async {
        self.world.journal.state.change { $0.unreadable = [1] }
        await self.world.run {
            let id = self.world.request("unreadable", to: 7)
            await self.world.clock.untilSomebodySleeps(until: .seconds(1))
            #expect(self.world.state(id) == .deferred(notBefore: .at(.seconds(1)), reason: "notSent"))
            self.world.journal.state.change { $0.unreadable = [] }
            self.world.clock.advance(by: .seconds(1))
            await self.world.untilSent(id)
        }
    }
}
