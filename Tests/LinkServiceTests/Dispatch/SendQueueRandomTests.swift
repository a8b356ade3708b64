import Linking
import Testing

@testable import LinkService

/// Random histories, against ``NaiveQueue`` and against what must hold whatever happens.
struct SendQueueRandomTests {
    private static let chats: [Int64] = [1, 2, 3, 4, -1, -2, -3]
    private let pacing = Pacing(botPerSecond: 5, chatPerSecond: 1, groupPerMinute: 20, inFlightMax: 4)

    @Test(arguments: 0..<30) func `it does what the naive queue does`(_: Int) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var queue = SendQueue(self.pacing)
        var naive = NaiveQueue(self.pacing)
        var now = Timestamp(milliseconds: 1_800_000_000_000)
        var order: UInt64 = 0
        for step in 0..<400 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0..<4:
                order += 1
                let notification = Self.notification(order, at: now, &random)
                queue.enqueue(notification, at: now)
                naive.enqueue(notification, at: now)
            case 4..<6:
                guard let id = naive.inFlight.keys.sorted().randomElement(using: &random) else { continue }
                if Int.random(in: 0..<5, using: &random) == 0 {
                    let until = now.adding(milliseconds: Int64.random(in: 0..<20_000, using: &random))
                    queue.blockChat(of: id, until: until, at: now)
                    naive.block(id, until: until, at: now)
                }
                let followUp = Self.followUp(at: now, &random)
                queue.finished(id, followUp, at: now)
                naive.finished(id, followUp)
            case 6:
                guard let item = naive.waiting.randomElement(using: &random) else { continue }
                queue.cancel(item.notification.id, at: now)
                naive.waiting.removeAll { $0.notification.id == item.notification.id }
            case 7:
                now = now.adding(milliseconds: Int64.random(in: 0..<3_000, using: &random))
            default:
                let (actual, expected) = (queue.next(at: now), naive.next(at: now))
                guard actual == expected else {
                    return #expect(actual == expected, "seed \(seed), step \(step)")
                }
                if case .wait(let until) = actual { now = until }
            }
            guard queue.counts.waiting == naive.waiting.count, queue.counts.inFlight == naive.inFlight.count else {
                return #expect(queue.counts.waiting == naive.waiting.count, "seed \(seed), step \(step)")
            }
        }
    }

    @Test(arguments: 0..<20) func `nothing is forgotten, no rate exceeded, no chat has two in flight`(_: Int) {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var queue = SendQueue(self.pacing)
        var now = Timestamp(milliseconds: 1_800_000_000_000)
        var left: Set<NotificationID> = []
        for order in 1...200 {
            let notification = Self.notification(UInt64(order), at: now, &random)
            left.insert(notification.id)
            queue.enqueue(notification, at: now)
        }
        var inFlight: [NotificationID: ChatID] = [:]
        var sends: [(chatID: ChatID, at: Timestamp)] = []
        while !left.isEmpty {
            let step = queue.next(at: now)
            if case .attempt(let id, let chatID, _) = step {
                #expect(!inFlight.values.contains(chatID), "seed \(seed)")
                inFlight[id] = chatID
                sends.append((chatID, now))
                continue
            }
            if let id = inFlight.keys.sorted().randomElement(using: &random) {
                let followUp = Bool.random(using: &random) ? .dropped : Self.followUp(at: now, &random)
                if followUp == .dropped, let index = sends.lastIndex(where: { $0.chatID == inFlight[id] }) {
                    sends.remove(at: index)
                }
                queue.finished(id, followUp, at: now)
                inFlight[id] = nil
                if followUp == .done || followUp == .dropped { left.remove(id) }
            } else if case .wait(let until) = step {
                now = until
            } else {
                return #expect(left.isEmpty, "forgotten; seed \(seed)")
            }
        }
        self.expectPace(self.pacing.bot, of: sends.map(\.at), seed)
        for chat in Self.chats {
            let pace = self.pacing.pace(of: ChatID(chat))
            self.expectPace(pace, of: sends.filter { $0.chatID.value == chat }.map(\.at), seed)
        }
        #expect(queue.counts == SendQueue.Counts(), "seed \(seed)")
    }

    /// In any window there is at most the burst, and one more for each whole interval.
    private func expectPace(_ pace: Pace, of moments: [Timestamp], _ seed: UInt64) {
        for (first, begin) in moments.enumerated() {
            for (last, end) in moments.enumerated().dropFirst(first) {
                let microseconds = (end.milliseconds - begin.milliseconds) * 1_000
                let allowed = Int(pace.burst + microseconds / pace.intervalMicroseconds)
                guard last - first + 1 > allowed else { continue }
                return #expect(last - first + 1 <= allowed, "seed \(seed)")
            }
        }
    }

    private static func notification(
        _ order: UInt64, at now: Timestamp, _ random: inout SeededGenerator
    ) -> QueuedNotification {
        let moment = now.adding(milliseconds: Int64.random(in: -1_000..<10_000, using: &random))
        let starts: [QueuedNotification.Start] = [.atOnce, .atOnce, .scheduled(moment), .deferred(until: moment)]
        return QueuedNotification(
            id: NotificationID(high: 0, low: order),
            chatID: ChatID(Self.chats.randomElement(using: &random) ?? 1),
            lane: Lane.allCases.randomElement(using: &random) ?? .normal, order: order,
            start: starts.randomElement(using: &random) ?? .atOnce)
    }

    private static func followUp(at now: Timestamp, _ random: inout SeededGenerator) -> SendQueue.FollowUp {
        let moment = now.adding(milliseconds: Int64.random(in: 0..<5_000, using: &random))
        let followUps: [SendQueue.FollowUp] = [.done, .done, .again(notBefore: moment)]
        return followUps.randomElement(using: &random) ?? .done
    }
}
