internal import EventLog
internal import JSON
internal import Linking

/// The members of a record's `data` and `personal`, read as the domain's types.
struct EventFields {
    let seq: UInt64
    let data: JSONValue
    let personal: JSONValue?

    /// The member of `data`, or the refusal that names it.
    func data<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(EventCodecError) -> Value {
        guard let member = self.data[name], let value = read(member) else {
            throw .malformed(seq: self.seq, member: "data.\(name)")
        }
        return value
    }

    /// The member of `data`; nil when absent.
    func optionalData<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(EventCodecError) -> Value? {
        guard let member = self.data[name] else { return nil }
        guard let value = read(member) else { throw .malformed(seq: self.seq, member: "data.\(name)") }
        return value
    }

    /// The member of `personal`, or the refusal that names it.
    func personal<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(EventCodecError) -> Value {
        guard let member = self.personal?[name], let value = read(member) else {
            throw .malformed(seq: self.seq, member: "personal.\(name)")
        }
        return value
    }

    /// The member of `personal`; nil when absent.
    func optionalPersonal<Value>(_ name: String, _ read: (JSONValue) -> Value?) throws(EventCodecError) -> Value? {
        guard let member = self.personal?[name] else { return nil }
        guard let value = read(member) else { throw .malformed(seq: self.seq, member: "personal.\(name)") }
        return value
    }
}

/// How each of the domain's types is read from a JSON value; nil when it is something else.
enum Field {
    static func id<Subject>(_ value: JSONValue) -> Identifier<Subject>? {
        value.string.flatMap { Identifier($0) }
    }

    static func user(_ value: JSONValue) -> UserID? {
        value.string.flatMap { UserID($0) }
    }

    static func chat(_ value: JSONValue) -> ChatID? {
        value.int64.map { ChatID($0) }
    }

    static func time(_ value: JSONValue) -> Timestamp? {
        value.rawStringContents.flatMap { RecordTime.milliseconds($0) }.map { Timestamp(milliseconds: $0) }
    }

    static func hash(_ value: JSONValue) -> SecretHash? {
        value.string.flatMap { SecretHash(hex: $0) }
    }

    static func raw(_ value: JSONValue) -> RawJSON? {
        RawJSON(Array(value.text))
    }

    static func string(_ value: JSONValue) -> String? { value.string }
    static func int64(_ value: JSONValue) -> Int64? { value.int64 }
    static func int(_ value: JSONValue) -> Int? { value.int64.flatMap { Int(exactly: $0) } }

    static func word<Word: RawRepresentable>(_ value: JSONValue) -> Word? where Word.RawValue == String {
        value.string.flatMap { Word(rawValue: $0) }
    }
}
