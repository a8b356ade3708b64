/// What a key has to be allowed to do to call a method.
enum Scope: String, CaseIterable, Sendable {
    /// Tokens, registration and links.
    case issue
    /// To send, and to call back.
    case notify
    /// To list, to get, to wait, and how the service is.
    case read
    /// The log.
    case audit
    /// Everything else.
    case admin
}
