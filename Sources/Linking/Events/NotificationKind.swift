/// What asked for the message.
package enum NotificationKind: String, Sendable, CaseIterable {
    case notify, reply, broadcast
}
