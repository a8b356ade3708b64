/// Why a record's payload could not be read as the event it says it is.
package enum EventCodecError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A type or version that this binary does not know: written by a later one.
    case unknownType(seq: UInt64, type: String, version: Int64)
    /// A member is missing or of the wrong kind.
    case malformed(seq: UInt64, member: String)

    package var description: String {
        switch self {
        case .unknownType(let seq, let type, let version):
            "record \(seq) is a \(type) of version \(version), unknown to this linksvc: use the one that wrote it"
        case .malformed(let seq, let member):
            "record \(seq) has no valid member \(member)"
        }
    }
}
