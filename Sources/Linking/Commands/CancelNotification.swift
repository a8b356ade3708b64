/// Call a message back while it waits.
package struct CancelNotification: Command {
    package struct Facts: Sendable {
        package var notification: Notification?

        package init(notification: Notification?) {
            self.notification = notification
        }
    }

    package struct Answer: Hashable, Sendable {
        /// False if it was too late: it is being sent, or it ended.
        package var cancelled: Bool
        package var state: PublicState

        package init(cancelled: Bool, state: PublicState) {
            self.cancelled = cancelled
            self.state = state
        }
    }

    package var id: NotificationID

    package init(id: NotificationID) {
        self.id = id
    }

    package func decide(_ facts: Facts, at now: Timestamp) throws(Rejection) -> Decision<Answer> {
        guard let notification = facts.notification else { throw .notificationNotFound }
        guard notification.isWaiting else {
            return Decision([], answer: Answer(cancelled: false, state: notification.publicState(at: now)))
        }
        let event = Event.notificationCancelled(notification.ended("backend"))
        return Decision([ProposedEvent(event)], answer: Answer(cancelled: true, state: .cancelled))
    }
}
