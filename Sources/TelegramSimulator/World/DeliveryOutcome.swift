/// How an attempt to deliver an update ended.
enum DeliveryOutcome: Sendable, Equatable {
    /// Answered 2xx.
    case accepted
    /// Answered otherwise.
    case refused(status: Int, reason: String, retryAfterSeconds: Int?)
    /// Not answered.
    case failed(String)

    /// As `WebhookInfo` reports it; nil if there is nothing to report.
    var errorMessage: String? {
        switch self {
        case .accepted: nil
        case .refused(let status, let reason, _): "Wrong response from the webhook: \(status) \(reason)"
        case .failed(let message): message
        }
    }
}
