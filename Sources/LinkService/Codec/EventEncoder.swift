internal import JSON
internal import Linking

/// The two payload objects of a record: what may be shown, and what says who somebody is or what was said.
struct EncodedEvent {
    let name: EventName
    let data: [UInt8]
    let personal: [UInt8]?

    init(_ event: Event) {
        self.name = EventName(event)
        var data = JSONWriter(capacity: 256)
        var personal = JSONWriter(capacity: 128)
        data.beginObject()
        personal.beginObject()
        event.write(data: &data, personal: &personal)
        data.endObject()
        personal.endObject()
        self.data = data.bytes
        self.personal = personal.bytes.count > 2 ? personal.bytes : nil
    }
}

extension Event {
    /// Writes the members of `data` and of `personal`; both objects are open.
    fileprivate func write(data: inout JSONWriter, personal: inout JSONWriter) {
        switch self {
        case .logCreated(let event): event.write(data: &data)
        case .updateReceived(let event): event.write(data: &data, personal: &personal)
        case .tokenIssued(let event): event.write(data: &data, personal: &personal)
        case .tokenRedeemed(let event): event.write(data: &data, personal: &personal)
        case .tokenRevoked(let event), .tokenExpired(let event): event.write(data: &data, personal: &personal)
        case .tokenRejected(let event): event.write(data: &data, personal: &personal)
        case .registrationRequested(let event): event.write(data: &data, personal: &personal)
        case .linkConfirmed(let event): event.write(data: &data, personal: &personal)
        case .linkSuspended(let event), .linkResumed(let event), .linkRevoked(let event):
            event.write(data: &data, personal: &personal)
        case .linkMigrated(let event): event.write(data: &data, personal: &personal)
        case .notificationRequested(let event): event.write(data: &data, personal: &personal)
        case .notificationAttempted(let event): event.write(data: &data)
        case .notificationSent(let event): event.write(data: &data)
        case .notificationDeferred(let event): event.write(data: &data)
        case .notificationFailed(let event), .notificationExpired(let event), .notificationCancelled(let event),
            .notificationUncertain(let event):
            event.write(data: &data)
        }
    }
}
