/// What the deliverer does next.
enum DeliveryStep: Sendable {
    /// Delivers this now.
    case deliver(Delivery)
    /// Waits until then, or without end, unless something changes before.
    case wait(until: UnixTime?)
}
