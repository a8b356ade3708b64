package import Linking

/// What the methods and the receivers need to know of the configuration.
package struct ServiceOptions: Sendable {
    package var tokenTTLSeconds: Int64 = 900
    package var confirmURL: String?
    package var replies = Replies()

    package init() {}

    /// What of the settings concerns the methods.
    package init(_ settings: Settings, replies: Replies) {
        self.tokenTTLSeconds = Int64(settings.tokenLifetimeSeconds)
        self.confirmURL = settings.confirmURL?.template
        self.replies = replies
    }
}
