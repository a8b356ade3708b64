internal import Linking

/// Counts by kind of event. No keys of its own beside the summary.
enum CountsProjection: Projection {
    static let name = "counts"
    static let version: UInt64 = 1
    static let prefix = UInt8(ascii: "c")

    static func apply(_ recorded: RecordedEvent, to state: inout StagedState) {
        Self.count(recorded.event, &state.summary.counts)
    }

    private static func count(_ event: Event, _ counts: inout Counts) {
        switch event {
        case .logCreated, .tokenRevoked, .tokenExpired, .linkMigrated: break
        case .updateReceived: counts.updates += 1
        case .tokenIssued: counts.tokensIssued += 1
        case .tokenRedeemed: counts.tokensRedeemed += 1
        case .tokenRejected: counts.tokensRejected += 1
        case .registrationRequested: counts.registrations += 1
        // Links are counted by state, which the links' own projection knows.
        case .linkConfirmed, .linkSuspended, .linkResumed, .linkRevoked: break
        case .notificationRequested: counts.notificationsRequested += 1
        case .notificationAttempted: counts.attempts += 1
        case .notificationSent: counts.notificationsSent += 1
        case .notificationDeferred: counts.deferrals += 1
        case .notificationFailed: counts.notificationsFailed += 1
        case .notificationExpired: counts.notificationsExpired += 1
        case .notificationCancelled: counts.notificationsCancelled += 1
        case .notificationUncertain: counts.notificationsUncertain += 1
        }
    }

    static func summary(of summary: StateSummary) -> [UInt8] {
        summary.counts.storedBytes
    }

    static func restore(_ bytes: [UInt8]?, into summary: inout StateSummary) throws(StateError) {
        summary.counts = try bytes.map { (bytes) throws(StateError) in try Counts(stored: bytes) } ?? Counts()
    }
}
