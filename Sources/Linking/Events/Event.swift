/// Something that happened: the only thing that ever changes a state.
///
/// Names, members and meaning are fixed by the log's format (`Protocol/events`); a released shape never changes.
package enum Event: Hashable, Sendable {
    case logCreated(LogCreated)
    case updateReceived(UpdateReceived)
    case tokenIssued(TokenIssued)
    case tokenRedeemed(TokenRedeemed)
    case tokenRevoked(TokenEnded)
    case tokenExpired(TokenEnded)
    case tokenRejected(TokenRejected)
    case registrationRequested(RegistrationRequested)
    case linkConfirmed(LinkConfirmed)
    case linkSuspended(LinkChanged)
    case linkResumed(LinkChanged)
    case linkRevoked(LinkChanged)
    case linkMigrated(LinkMigrated)
    case notificationRequested(NotificationRequested)
    case notificationAttempted(NotificationAttempted)
    case notificationSent(NotificationSent)
    case notificationDeferred(NotificationDeferred)
    case notificationFailed(NotificationEnded)
    case notificationExpired(NotificationEnded)
    case notificationCancelled(NotificationEnded)
    case notificationUncertain(NotificationEnded)
}
