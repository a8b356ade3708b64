import Linking

/// Something an operator should read.
enum DispatchNotice: Hashable, Sendable {
    case tokenRefused(description: String)
    case tokenAccepted
    case botPaused(until: Timestamp)
}
