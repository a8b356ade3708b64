/// What happened in the world that somebody outside waits for.
struct Effects: Sendable {
    /// An update waits that did not wait before.
    var updatesQueued = false
    /// The webhook, or what it is due, changed.
    var deliveriesChanged = false
    /// The waiting `getUpdates`, if there is one, ends with this.
    var pollEnds: APIError?
}
