package import Linking

/// What the methods and the receivers need to know of the configuration.
package struct ServiceOptions: Sendable {
    package var tokenTTLSeconds: Int64 = 900
    package var confirmURL: String?
    package var replies = Replies()

    package init() {}
}
