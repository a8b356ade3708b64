import LinkService
import Linking
import TelegramBot
import Testing

@Suite(.timeLimit(.minutes(1)))
struct DispatcherTests {
    private let world = DispatchWorld()

    @Test func `a requested message is attempted in the log, sent, and recorded as sent`() async {
        await self.world.run {
            let id = self.world.request("hello", to: 7)
            await self.world.untilSent(id)
            #expect(self.world.sender.texts == ["hello"])
            #expect(
                self.world.journal.events.dropFirst() == [
                    .notificationAttempted(NotificationAttempted(notificationID: id, attempt: 1)),
                    .notificationSent(NotificationSent(notificationID: id, attempt: 1, messageID: 1)),
                ])
        }
    }

    @Test func `messages to a chat go one after the other, in order`() async {
        self.world.sender.hold(7)
        await self.world.run {
            self.world.request("one", to: 7)
            self.world.request("two", to: 7)
            let last = self.world.request("three", to: 7)
            await self.world.sender.received(1)
            #expect(self.world.sender.texts == ["one"])
            self.world.sender.release(7)
            await self.world.untilSent(last)
            #expect(self.world.sender.texts == ["one", "two", "three"])
        }
    }

    @Test func `a 429 is a not-before in the log, and holds up its chat alone`() async {
        self.world.sender.answer(.rateLimited(retryAfterSeconds: 30), to: 7)
        await self.world.run {
            let first = self.world.request("first", to: 7)
            let second = self.world.request("second", to: 7)
            await self.world.untilDeferred(first)
            #expect(self.world.state(first) == .deferred(notBefore: .at(.seconds(30)), reason: "rateLimited"))

            let other = self.world.request("other", to: 8)
            await self.world.untilSent(other)
            await self.world.clock.untilSomebodySleeps(until: .seconds(30))
            #expect(self.world.dispatcher.status.counts.chatsBlocked == 1)
            self.world.clock.advance(by: .seconds(30))
            await self.world.untilSent(second)
            #expect(self.world.sender.texts == ["first", "other", "first", "second"])
        }
    }

    @Test func `a failure of Telegram's is tried again, each time later`() async {
        let trouble = SendOutcome.unavailable(description: "502 Bad Gateway")
        self.world.sender.answer(trouble, trouble, to: 7)
        await self.world.run {
            let id = self.world.request("patience", to: 7)
            await self.world.clock.untilSomebodySleeps(until: .seconds(1))
            #expect(self.world.state(id) == .deferred(notBefore: .at(.seconds(1)), reason: "unavailable"))
            self.world.clock.advance(by: .seconds(1))
            await self.world.clock.untilSomebodySleeps(until: .seconds(3))
            #expect(self.world.dispatcher.status.lastError?.text == "502 Bad Gateway")
            self.world.clock.advance(by: .seconds(2))
            await self.world.untilSent(id)
            #expect(self.world.sender.texts.count == 3)
        }
    }

    @Test func `a lost answer leaves a message uncertain, and it is not sent again`() async {
        self.world.sender.answer(.lost(description: "connection reset"), to: 7)
        await self.world.run {
            let id = self.world.request("maybe", to: 7)
            let next = self.world.request("next", to: 7)
            await self.world.untilSent(next)
            #expect(self.world.state(id) == .uncertain(reason: "answerLost"))
            #expect(self.world.sender.texts == ["maybe", "next"])
        }
    }

    @Test func `a lost answer is sent again where the caller asked for that, before what is behind it`() async {
        self.world.sender.answer(.lost(description: "connection reset"), to: 7)
        await self.world.run {
            let id = self.world.request("at least once", to: 7, Delivery(onUncertain: .resend))
            let next = self.world.request("next", to: 7)
            await self.world.untilDeferred(id)
            await self.world.clock.untilSomebodySleeps(until: .seconds(1))
            self.world.clock.advance(by: .seconds(1))
            await self.world.untilSent(next)
            #expect(self.world.sender.texts == ["at least once", "at least once", "next"])
        }
    }

    @Test func `a chat that is gone suspends its link, and nothing more is sent there`() async {
        let link = self.world.link(7)
        self.world.sender.answer(.chatGone(reason: "blocked", description: "bot was blocked by the user"), to: 7)
        await self.world.run {
            let first = self.world.request("first", to: 7)
            let second = self.world.request("second", to: 7)
            await self.world.until(second) { $0 == .failed(reason: "linkSuspended") }
            #expect(self.world.state(first) == .failed(reason: "blocked"))
            #expect(self.world.journal.state.value.links[link]?.state == .suspended(reason: "blocked"))
            #expect(self.world.sender.texts == ["first"])
        }
    }

    @Test func `an unknown refusal fails the message and keeps the link`() async {
        let link = self.world.link(7)
        self.world.sender.answer(.rejected(code: 400, description: "Bad Request: what"), to: 7)
        await self.world.run {
            let first = self.world.request("odd", to: 7)
            await self.world.untilSent(self.world.request("fine", to: 7))
            #expect(self.world.state(first) == .failed(reason: "rejected"))
            #expect(self.world.journal.state.value.links[link]?.state == .active)
        }
    }

    @Test func `a group that migrated gets the message once more, at its new id, and all that is behind it`() async {
        self.world.link(-5)
        self.world.sender.answer(.migrated(to: -1_005), to: -5)
        await self.world.run {
            self.world.request("first", to: -5)
            await self.world.untilSent(self.world.request("second", to: -5))
            let sent = self.world.sender.state.value.messages
            #expect(sent.map(\.chatID) == [-5, -1_005, -1_005])
            #expect(sent.map(\.text) == ["first", "first", "second"])
        }
    }

    @Test func `a message that expired or was cancelled while it waited is not sent`() async {
        self.world.sender.answer(.rateLimited(retryAfterSeconds: 30), to: 7)
        await self.world.run {
            let first = self.world.request("first", to: 7)
            let stale = self.world.request("stale", to: 7, Delivery(expiresAt: .at(.seconds(10))))
            let unwanted = self.world.request("unwanted", to: 7)
            let last = self.world.request("last", to: 7)
            await self.world.untilDeferred(first)
            self.world.journal.record([
                .notificationCancelled(NotificationEnded(notificationID: unwanted, reason: "backend"))
            ])
            await self.world.clock.untilSomebodySleeps(until: .seconds(30))
            self.world.clock.advance(by: .seconds(30))
            await self.world.untilSent(last)
            #expect(self.world.state(stale) == .expired)
            #expect(self.world.sender.texts == ["first", "first", "last"])
        }
    }

    @Test func `a scheduled message waits for its hour and holds up nobody`() async {
        await self.world.run {
            let later = self.world.request("later", to: 7, Delivery(sendAt: .at(.seconds(3_600))))
            await self.world.untilSent(self.world.request("now", to: 7))
            await self.world.clock.untilSomebodySleeps(until: .seconds(3_600))
            #expect(self.world.sender.texts == ["now"])
            self.world.clock.advance(by: .seconds(3_600))
            await self.world.untilSent(later)
        }
    }

    @Test func `429s in several chats at once stop the bot until the longest of them is over`() async {
        for (chat, seconds) in [(7, 5), (8, 60), (9, 5)] as [(Int64, Int)] {
            self.world.sender.answer(.rateLimited(retryAfterSeconds: seconds), to: chat)
        }
        await self.world.run {
            let ids = [7, 8, 9].map { self.world.request("text", to: $0) }
            for id in ids { await self.world.untilDeferred(id) }
            await self.world.clock.untilSomebodySleeps(until: .seconds(5))
            self.world.clock.advance(by: .seconds(5))
            await self.world.clock.untilSomebodySleeps(until: .seconds(60))
            #expect(self.world.dispatcher.status.pausedUntil == .at(.seconds(60)))
            #expect(self.world.sender.texts.count == 3)
            self.world.clock.advance(by: .seconds(55))
            for id in ids { await self.world.untilSent(id) }
        }
    }
}
