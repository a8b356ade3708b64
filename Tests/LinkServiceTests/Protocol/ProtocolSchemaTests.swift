import EventLog
import JSON
import Linking
import Testing

@testable import LinkService

@Suite struct ProtocolSchemaTests {
    /// Records as the log would hold them, once with and once without a cause.
    static func records(of name: EventName) throws -> [JSONValue] {
        let events = EventSamples.all.filter { EventName($0) == name }
        return try events.flatMap { event in
            try [nil, UInt64(41)].map { cause in
                let encoded = EncodedEvent(event)
                var envelope = Envelope(
                    seq: 42, timeMs: 1_795_205_779_123, type: encoded.name.rawValue, by: "rpc:local",
                    data: encoded.data)
                envelope.cause = cause
                if let personal = encoded.personal { envelope.personal = personal }
                return try JSONDocument(envelope.encoded()).root
            }
        }
    }

    static func file(_ name: EventName) -> String { "events/\(name.rawValue).v1.schema.json" }

    /// The members that some of `values` have, and those that all of them have, against what the schema says.
    static func strays(_ values: [JSONValue], _ schema: JSONValue, at path: String) -> [String] {
        guard let properties = schema["properties"], !values.isEmpty else { return [] }
        let names = values.map { Set($0.members.map(\.name)) }
        let some = names.reduce(into: Set()) { $0.formUnion($1) }
        let all = names.dropFirst().reduce(names[0]) { $0.intersection($1) }
        let allowed = Set(properties.members.map(\.name))
        let required = Set(schema["required"]?.elements.compactMap { $0.string } ?? [])
        var strays: [String] = []
        let odd = (allowed: some.symmetricDifference(allowed), required: all.symmetricDifference(required))
        if !odd.allowed.isEmpty { strays.append("\(path): \(odd.allowed) allowed or written, not both") }
        if !odd.required.isEmpty { strays.append("\(path): \(odd.required) required or always there, not both") }
        return strays
            + properties.members.flatMap { name, schema in
                Self.strays(values.compactMap { $0[name] }, schema, at: "\(path)/\(name)")
            }
    }

    @Test func `there is one schema for each type, and no other file`() throws {
        let expected = EventName.allCases.map { "\($0.rawValue).v1.schema.json" }.sorted()
        #expect(try ProtocolFiles.names(in: "events") == expected)
    }

    @Test(arguments: EventName.allCases)
    func `a schema allows every member that is written, requires what always is, and nothing else`(
        name: EventName
    ) throws {
        let records = try Self.records(of: name)
        #expect(records.count >= 2)
        #expect(Self.strays(records, try ProtocolFiles.json(Self.file(name)), at: "") == [])
    }

    @Test(arguments: EventName.allCases) func `every record fits the schema of its type`(name: EventName) throws {
        let schema = try ProtocolFiles.json(Self.file(name))
        for record in try Self.records(of: name) {
            #expect(SchemaCheck(root: schema).faults(record, schema) == [])
        }
    }

    @Test func `a record of one type fits no schema of another`() throws {
        for name in EventName.allCases {
            let schema = try ProtocolFiles.json(Self.file(name))
            for other in EventName.allCases where other != name {
                let record = try Self.records(of: other)[0]
                #expect(SchemaCheck(root: schema).faults(record, schema) != [], "\(other) fits \(name)")
            }
        }
    }

    @Test func `the words of an enumeration are those of the code`() throws {
        let rejected = try ProtocolFiles.json(Self.file(.tokenRejected))["properties"]?["data"]?["properties"]
        #expect(Self.words(rejected?["reason"]) == TokenRejected.Reason.allCases.map(\.rawValue))
        let issued = try ProtocolFiles.json(Self.file(.tokenIssued))["properties"]?["data"]?["properties"]
        #expect(Self.words(issued?["chat"]) == ChatKind.allCases.map(\.rawValue))
        let requested = try ProtocolFiles.json(Self.file(.notificationRequested))["properties"]?["data"]?["properties"]
        #expect(Self.words(requested?["lane"]) == Lane.allCases.map(\.rawValue))
        #expect(Self.words(requested?["onUncertain"]) == OnUncertain.allCases.map(\.rawValue))
        #expect(Self.words(requested?["kind"]) == NotificationKind.allCases.map(\.rawValue))
    }

    private static func words(_ schema: JSONValue?) -> [String] {
        schema?["enum"]?.elements.compactMap { $0.string } ?? []
    }
}
