import Linking
import Testing

struct CancelNotificationTests {
    private let command = CancelNotification(id: Samples.id(31))

    @Test(arguments: [Notification.State.queued, .deferred(notBefore: Samples.now, reason: "restart")])
    func `a waiting message is cancelled`(state: Notification.State) throws {
        let facts = CancelNotification.Facts(notification: Samples.notification(state))
        let decision = try self.command.decide(facts, at: Samples.now)
        #expect(decision.events == [ProposedEvent(.notificationCancelled(Samples.ended("backend")))])
        #expect(decision.answer == CancelNotification.Answer(cancelled: true, state: .cancelled))
    }

    @Test(arguments: [
        (Notification.State.sending, PublicState.sending), (.sent(messageID: 1), .sent), (.cancelled, .cancelled),
        (.uncertain(reason: "answerLost"), .uncertain),
    ])
    func `a message on its way or at its end is not`(state: Notification.State, named: PublicState) throws {
        let facts = CancelNotification.Facts(notification: Samples.notification(state))
        let decision = try self.command.decide(facts, at: Samples.now)
        #expect(decision.events.isEmpty)
        #expect(decision.answer == CancelNotification.Answer(cancelled: false, state: named))
    }

    @Test func `an unknown message is not found`() {
        #expect(throws: Rejection.notificationNotFound) {
            try self.command.events(CancelNotification.Facts(notification: nil))
        }
    }
}
