package import EventLog
internal import JSON
package import Linking

/// Reads records back into events: the only way from stored bytes to the domain.
package enum EventDecoder {
    /// The event in `envelope`.
    ///
    /// - Throws: ``EventCodecError``; stored bytes are input, so nothing here traps.
    package static func decode(_ envelope: StoredEnvelope) throws(EventCodecError) -> RecordedEvent {
        guard envelope.version == 1, let name = EventName(rawValue: envelope.type) else {
            throw .unknownType(seq: envelope.seq, type: envelope.type, version: Int64(envelope.version))
        }
        let fields = EventFields(seq: envelope.seq, data: envelope.data, personal: envelope.personal)
        return RecordedEvent(
            seq: envelope.seq, time: Timestamp(milliseconds: envelope.timeMs),
            event: try self.event(name, fields))
    }

    /// The event in a record's bytes.
    ///
    /// - Throws: ``EventCodecError``.
    package static func decode(_ bytes: [UInt8], seq: UInt64) throws(EventCodecError) -> RecordedEvent {
        let envelope: StoredEnvelope
        do {
            envelope = try StoredEnvelope(try JSONDocument(bytes, limits: .tolerant))
        } catch let error as StoredEnvelope.Malformed {
            throw .malformed(seq: seq, member: error.member)
        } catch {
            throw .malformed(seq: seq, member: "record")
        }
        return try Self.decode(envelope)
    }

    private static func event(_ name: EventName, _ fields: EventFields) throws(EventCodecError) -> Event {
        switch name {
        case .logCreated: .logCreated(try LogCreated(fields))
        case .updateReceived: .updateReceived(try UpdateReceived(fields))
        case .tokenIssued: .tokenIssued(try TokenIssued(fields))
        case .tokenRedeemed: .tokenRedeemed(try TokenRedeemed(fields))
        case .tokenRevoked: .tokenRevoked(try TokenEnded(fields))
        case .tokenExpired: .tokenExpired(try TokenEnded(fields))
        case .tokenRejected: .tokenRejected(try TokenRejected(fields))
        case .registrationRequested: .registrationRequested(try RegistrationRequested(fields))
        case .linkConfirmed: .linkConfirmed(try LinkConfirmed(fields))
        case .linkSuspended: .linkSuspended(try LinkChanged(fields))
        case .linkResumed: .linkResumed(try LinkChanged(fields))
        case .linkRevoked: .linkRevoked(try LinkChanged(fields))
        case .linkMigrated: .linkMigrated(try LinkMigrated(fields))
        case .notificationRequested: .notificationRequested(try NotificationRequested(fields))
        case .notificationAttempted: .notificationAttempted(try NotificationAttempted(fields))
        case .notificationSent: .notificationSent(try NotificationSent(fields))
        case .notificationDeferred: .notificationDeferred(try NotificationDeferred(fields))
        case .notificationFailed: .notificationFailed(try NotificationEnded(fields))
        case .notificationExpired: .notificationExpired(try NotificationEnded(fields))
        case .notificationCancelled: .notificationCancelled(try NotificationEnded(fields))
        case .notificationUncertain: .notificationUncertain(try NotificationEnded(fields))
        }
    }
}
