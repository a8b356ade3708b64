package import Linking

/// What the methods and the receivers need to know of the configuration.
package struct ServiceOptions: Sendable {
    package var tokenTTLSeconds: Int64 = 900
    var registration: RegistrationOptions?
    package var replies = Replies()

    package init() {}

    /// What of the settings concerns the methods.
    init(_ settings: Settings, replies: Replies, codeKey: CodeKey) {
        self.tokenTTLSeconds = Int64(settings.tokenLifetimeSeconds)
        self.registration = settings.confirmURL.map { RegistrationOptions(confirmURL: $0, key: codeKey) }
        self.replies = replies
    }
}
