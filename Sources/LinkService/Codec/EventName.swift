internal import Linking

/// The names events have in the log: fixed for good.
package enum EventName: String, CaseIterable, Sendable {
    case logCreated = "log.created"
    case updateReceived = "update.received"
    case tokenIssued = "token.issued"
    case tokenRedeemed = "token.redeemed"
    case tokenRevoked = "token.revoked"
    case tokenExpired = "token.expired"
    case tokenRejected = "token.rejected"
    case registrationRequested = "registration.requested"
    case linkConfirmed = "link.confirmed"
    case linkSuspended = "link.suspended"
    case linkResumed = "link.resumed"
    case linkRevoked = "link.revoked"
    case linkMigrated = "link.migrated"
    case notificationRequested = "notification.requested"
    case notificationAttempted = "notification.attempted"
    case notificationSent = "notification.sent"
    case notificationDeferred = "notification.deferred"
    case notificationFailed = "notification.failed"
    case notificationExpired = "notification.expired"
    case notificationCancelled = "notification.cancelled"
    case notificationUncertain = "notification.uncertain"

    init(_ event: Event) {
        self =
            switch event {
            case .logCreated: .logCreated
            case .updateReceived: .updateReceived
            case .tokenIssued: .tokenIssued
            case .tokenRedeemed: .tokenRedeemed
            case .tokenRevoked: .tokenRevoked
            case .tokenExpired: .tokenExpired
            case .tokenRejected: .tokenRejected
            case .registrationRequested: .registrationRequested
            case .linkConfirmed: .linkConfirmed
            case .linkSuspended: .linkSuspended
            case .linkResumed: .linkResumed
            case .linkRevoked: .linkRevoked
            case .linkMigrated: .linkMigrated
            case .notificationRequested: .notificationRequested
            case .notificationAttempted: .notificationAttempted
            case .notificationSent: .notificationSent
            case .notificationDeferred: .notificationDeferred
            case .notificationFailed: .notificationFailed
            case .notificationExpired: .notificationExpired
            case .notificationCancelled: .notificationCancelled
            case .notificationUncertain: .notificationUncertain
            }
    }
}
