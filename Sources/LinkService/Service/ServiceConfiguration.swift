package import Linking

/// What a service is made of, beside its data directory.
package struct ServiceConfiguration: Sendable {
    package var settings: Settings
    package var replies = Replies()
    /// What the lock file says of this process.
    package var command = "linksvc serve"
    package var clock = WallClock.system

    package init(settings: Settings) {
        self.settings = settings
    }
}
