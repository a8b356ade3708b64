import Linking
import Testing

@testable import LinkService

final class SendQueueTests {
    private var queue = SendQueue(Pacing())
    private let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test func `a chat has one message in flight, and the next goes when that is finished`() {
        self.add(1, to: 7)
        self.add(2, to: 7)
        #expect(self.next() == 1)
        #expect(self.step() == .idle)
        self.finish(1, .done)
        #expect(self.next() == 2)
    }

    @Test func `urgent goes before normal before bulk, in a chat and between chats`() {
        self.add(1, to: 7, .bulk)
        self.add(2, to: 8, .bulk)
        self.add(3, to: 7, .normal)
        self.add(4, to: 9, .urgent)
        #expect([self.next(), self.next(), self.next()] == [4, 3, 2])
        self.finish(3, .done)
        #expect(self.next() == 1)
    }

    @Test func `a deferred message holds up what is behind it in its chat, but not what overtakes it`() {
        self.add(1, to: 7)
        self.add(2, to: 7)
        self.add(3, to: 8)
        #expect(self.next() == 1)
        self.finish(1, .again(notBefore: self.start.adding(seconds: 9)))
        #expect(self.next() == 3)
        #expect(self.step() == .wait(until: self.start.adding(seconds: 9)))
        self.add(4, to: 7, .urgent)
        #expect(self.next() == 4)
        self.finish(4, .done)
        #expect(self.next(after: 9) == 1)
        self.finish(1, .done, after: 9)
        #expect(self.next(after: 9) == 2)
    }

    @Test func `a scheduled message joins in the order of the requests`() {
        self.add(1, to: 7, start: .scheduled(self.start.adding(seconds: 5)))
        self.add(2, to: 7, start: .scheduled(self.start.adding(seconds: -5)))
        self.add(3, to: 7)
        #expect(self.next() == 2)
        #expect(self.queue.counts.scheduled == 1)
        #expect(self.next(after: 5) == nil)
        self.finish(2, .done, after: 5)
        #expect(self.next(after: 5) == 1)
    }

    @Test func `a chat has a burst, then its rate, and holds up no other`() {
        for id in 1...4 { self.add(id, to: 7) }
        for id in 1...3 {
            #expect(self.next() == id)
            self.finish(id, .done)
        }
        #expect(self.step() == .wait(until: self.start.adding(seconds: 1)))
        self.add(5, to: 8)
        #expect(self.next() == 5)
        #expect(self.next(after: 1) == 4)
    }

    @Test func `a group has no more than its rate in any minute`() {
        for id in 1...100 { self.add(id, to: -7) }
        var moments: [Timestamp] = []
        var now = self.start
        while moments.count < 100 {
            switch self.queue.next(at: now) {
            case .attempt(let id, _, _):
                moments.append(now)
                self.queue.finished(id, .done, at: now)
            case .wait(let until): now = until
            case .idle: return #expect(Bool(false), "idle with messages waiting")
            }
        }
        for (index, moment) in moments.enumerated() {
            #expect(moments[index...].prefix { $0 < moment.adding(seconds: 60) }.count <= 20)
        }
        #expect(now <= self.start.adding(seconds: 97 * 60 / 18 + 1))
    }

    @Test func `the bot has its rate over all chats`() {
        self.queue = SendQueue(Pacing(botPerSecond: 2))
        for id in 1...3 { self.add(id, to: Int64(id)) }
        #expect([self.next(), self.next()] == [1, 2])
        #expect(self.step() == .wait(until: self.start.adding(milliseconds: 500)))
    }

    @Test func `no more than so many are in flight`() {
        self.queue = SendQueue(Pacing(inFlightMax: 2))
        for id in 1...3 { self.add(id, to: Int64(id)) }
        #expect([self.next(), self.next(), self.next()] == [1, 2, nil])
        self.finish(2, .done)
        #expect(self.next() == 3)
    }

    @Test func `a message that was dropped gives its place in the rates back`() {
        self.queue = SendQueue(Pacing(botPerSecond: 1))
        for id in 1...100 { self.add(id, to: 7) }
        for id in 1...100 {
            #expect(self.next() == id)
            self.finish(id, .dropped)
        }
        #expect(self.step() == .idle)
    }

    @Test func `a 429 blocks its chat, for messages of every lane`() {
        self.add(1, to: 7)
        #expect(self.next() == 1)
        let until = self.start.adding(seconds: 30)
        self.queue.blockChat(of: Self.id(1), until: until, at: self.start)
        self.finish(1, .done)
        self.add(2, to: 7, .urgent)
        #expect(self.step() == .wait(until: until))
        #expect(self.queue.counts.chatsBlocked == 1)
        #expect(self.next(after: 30) == 2)
        #expect(self.queue.counts.chatsBlocked == 0)
    }

    @Test func `a message is cancelled while it waits, not when it is in flight`() {
        for id in 1...3 { self.add(id, to: 7) }
        self.add(4, to: 7, start: .scheduled(self.start.adding(seconds: 5)))
        #expect(self.next() == 1)
        for id in [1, 2, 4] { self.queue.cancel(Self.id(id), at: self.start) }
        #expect(self.queue.counts.waiting == 1)
        self.finish(1, .done)
        #expect(self.next(after: 10) == 3)
        self.finish(3, .done, after: 10)
        #expect(self.step(after: 10) == .idle)
    }

    @Test func `a message that is added twice goes once`() {
        self.add(1, to: 7)
        self.add(1, to: 7)
        #expect(self.next() == 1)
        self.add(1, to: 7)
        self.finish(1, .done)
        #expect(self.step() == .idle)
    }

    @Test func `a message from before a restart holds its chat as if it had been handed out`() {
        self.queue.adopt(Self.notification(1, to: 7), at: self.start)
        self.add(2, to: 7)
        #expect(self.step() == .idle)
        self.finish(1, .again(notBefore: self.start))
        #expect(self.next() == 1)
    }

    @Test func `what waits for a group that moved waits for its new id, in order`() {
        self.add(1, to: -5)
        self.add(2, to: -5)
        self.add(3, to: -1_005)
        self.add(4, to: -5, start: .scheduled(self.start.adding(seconds: 1)))
        #expect(self.next() == 1)
        self.queue.moved(from: ChatID(-5), to: ChatID(-1_005), at: self.start)
        #expect(self.step() == .wait(until: self.start.adding(seconds: 1)))
        self.finish(1, .again(notBefore: self.start))
        self.add(5, to: -5)
        for (second, id) in [1, 2, 3, 4, 5].enumerated() {
            let seconds = Int64(second) * 60
            let step = self.step(after: seconds)
            #expect(step == .attempt(Self.id(id), ChatID(-1_005), order: UInt64(id)))
            self.finish(id, .done, after: seconds)
        }
        #expect(self.step(after: 600) == .idle)
    }

    @Test func `chats are forgotten once there is nothing to remember of them`() {
        for id in 1...30 { self.add(id, to: Int64(id)) }
        for id in 1...30 {
            #expect(self.next() == id)
            self.finish(id, .done)
        }
        #expect(self.queue.chatCount == 30)
        #expect(self.step(after: 1) == .idle)
        #expect(self.queue.chatCount == 0)
    }

    @Test func `a very long queue comes out whole and in order`() {
        self.queue = SendQueue(Pacing(botPerSecond: 1_000_000, chatPerSecond: 1_000_000, inFlightMax: 64))
        let count = 20_000
        for id in 1...count { self.add(id, to: Int64(id % 1_000)) }
        #expect(self.queue.counts.normal == count)
        for id in 1...count {
            guard self.next(after: Int64(id)) == id else { return #expect(Bool(false), "\(id) is out of order") }
            self.finish(id, .done, after: Int64(id))
        }
        #expect(self.queue.counts == SendQueue.Counts())
    }

    private func add(
        _ id: Int, to chat: Int64, _ lane: Lane = .normal, start: QueuedNotification.Start = .atOnce
    ) {
        self.queue.enqueue(Self.notification(id, to: chat, lane, start: start), at: self.start)
    }

    private func step(after seconds: Int64 = 0) -> SendQueue.Step {
        self.queue.next(at: self.start.adding(seconds: seconds))
    }

    /// The number of the message to send now; nil if none.
    private func next(after seconds: Int64 = 0) -> Int? {
        guard case .attempt(let id, _, _) = self.step(after: seconds) else { return nil }
        return Int(id.low)
    }

    private func finish(_ id: Int, _ followUp: SendQueue.FollowUp, after seconds: Int64 = 0) {
        self.queue.finished(Self.id(id), followUp, at: self.start.adding(seconds: seconds))
    }

    private static func id(_ number: Int) -> NotificationID {
        NotificationID(high: 0, low: UInt64(number))
    }

    private static func notification(
        _ id: Int, to chat: Int64, _ lane: Lane = .normal, start: QueuedNotification.Start = .atOnce
    ) -> QueuedNotification {
        QueuedNotification(id: Self.id(id), chatID: ChatID(chat), lane: lane, order: UInt64(id), start: start)
    }
}
