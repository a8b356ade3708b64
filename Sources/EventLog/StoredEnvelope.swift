package import JSON

/// The members of a record that was read. Members it does not know are ignored.
package struct StoredEnvelope: Sendable {
    /// What a record lacks or has wrong: the member's name.
    package struct Malformed: Error, Equatable, Sendable, CustomStringConvertible {
        /// The member's name; `record` if it is no object at all.
        package let member: String

        /// For a person.
        package var description: String { "the record has no valid member \"\(self.member)\"" }
    }

    /// The whole record.
    package let root: JSONValue
    /// The place in the log, as the record says.
    package let seq: UInt64
    /// When it happened, in milliseconds since 1970, UTC.
    package let timeMs: Int64
    /// The version of the shape of `data` and `personal`.
    package let version: Int
    /// What happened, a string; ``type`` makes one of it.
    package let typeValue: JSONValue
    /// Who brought it about, a string; ``by`` makes one of it.
    package let byValue: JSONValue
    /// The record that brought it about.
    package let cause: UInt64?
    /// What happened, an object.
    package let data: JSONValue
    /// Who it was and what was said, an object.
    package let personal: JSONValue?

    /// Finds the members of a record.
    ///
    /// - Throws: ``Malformed`` for the first one that is missing or of the wrong kind.
    package init(_ document: JSONDocument) throws(Malformed) {
        self.root = document.root
        guard self.root.kind == .object else { throw Malformed(member: "record") }
        guard let seq = self.root["seq"]?.uint64, seq > 0 else { throw Malformed(member: "seq") }
        guard let time = self.root["time"], time.kind == .string,
            let timeMs = RecordTime.milliseconds(time.text.dropFirst().dropLast())
        else { throw Malformed(member: "time") }
        guard let type = self.root["type"], type.kind == .string else { throw Malformed(member: "type") }
        guard let version = self.root["v"]?.int64, version > 0 else { throw Malformed(member: "v") }
        guard let by = self.root["by"], by.kind == .string else { throw Malformed(member: "by") }
        guard let data = self.root["data"], data.kind == .object else { throw Malformed(member: "data") }
        self.seq = seq
        self.timeMs = timeMs
        self.typeValue = type
        self.version = Int(version)
        self.byValue = by
        self.cause = try Self.cause(in: self.root)
        self.data = data
        self.personal = self.root["personal"]
        if let personal = self.personal, personal.kind != .object { throw Malformed(member: "personal") }
    }

    /// What happened, such as `link.confirmed`.
    package var type: String { self.typeValue.string ?? "" }

    /// Who brought it about.
    package var by: String { self.byValue.string ?? "" }

    private static func cause(in root: JSONValue) throws(Malformed) -> UInt64? {
        guard let value = root["cause"] else { return nil }
        guard let cause = value.uint64, cause > 0 else { throw Malformed(member: "cause") }
        return cause
    }
}
