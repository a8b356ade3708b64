/// What to do when nobody can know whether a message arrived.
package enum OnUncertain: String, Sendable, CaseIterable {
    case drop, resend
}
