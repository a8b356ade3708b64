internal import JSON

/// A JSON Schema (draft 7), as far as the interface's description needs it.
struct Schema: Sendable {
    /// What a keyword can be set to.
    indirect enum Value: Sendable {
        case text(String)
        case number(Int64)
        case flag(Bool)
        case texts([String])
        case schema(Schema)
        case schemas([Schema])
        case members([Member])
    }

    /// A member of an object.
    struct Member: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool

        init(_ name: String, _ schema: Schema, isRequired: Bool) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }

        /// A member that is always there.
        static func always(_ name: String, _ schema: Schema) -> Member { Member(name, schema, isRequired: true) }

        /// A member that may be absent.
        static func maybe(_ name: String, _ schema: Schema) -> Member { Member(name, schema, isRequired: false) }
    }

    private var keywords: [(name: StaticString, value: Value)] = []

    private init() {}

    /// What `components.schemas` has under `name`.
    static func reference(_ name: String) -> Schema {
        Schema().with("$ref", .text("#/components/schemas/\(name)"))
    }

    /// A value of that type.
    static func type(_ name: String, _ description: String) -> Schema {
        Schema().with("type", .text(name)).with("description", .text(description))
    }

    static func string(_ description: String) -> Schema { .type("string", description) }
    static func flag(_ description: String) -> Schema { .type("boolean", description) }
    static func number(_ description: String) -> Schema { .type("number", description) }

    static func integer(_ description: String, _ range: ClosedRange<Int64>? = nil) -> Schema {
        let schema = Schema.type("integer", description)
        guard let range else { return schema }
        let bounded = schema.with("minimum", .number(range.lowerBound))
        return range.upperBound == .max ? bounded : bounded.with("maximum", .number(range.upperBound))
    }

    static func array(_ description: String, of items: Schema) -> Schema {
        .type("array", description).with("items", .schema(items))
    }

    /// An object with those members. More may come with later versions.
    static func object(_ description: String, _ members: [Member]) -> Schema {
        .type("object", description).with("properties", .members(members))
    }

    /// One of the words of `Word`.
    static func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type, _ description: String) -> Schema
    where Word.RawValue == String {
        .words(Word.allCases.map(\.rawValue), description)
    }

    static func words(_ words: [String], _ description: String) -> Schema {
        Schema.string(description).with("enum", .texts(words))
    }

    /// The same with one more keyword.
    func with(_ name: StaticString, _ value: Value) -> Schema {
        var schema = self
        schema.keywords.append((name, value))
        return schema
    }

    /// The same for strings of that many characters.
    func length(_ range: ClosedRange<Int>) -> Schema {
        self.with("minLength", .number(Int64(range.lowerBound))).with("maxLength", .number(Int64(range.upperBound)))
    }

    /// The same, and what an absent value counts as.
    func standing(for value: Value) -> Schema { self.with("default", value) }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        for (name, value) in self.keywords {
            writer.name(name)
            value.write(to: &writer)
        }
        self.writeRequired(to: &writer)
        writer.endObject()
    }

    private func writeRequired(to writer: inout JSONWriter) {
        let required = self.keywords.flatMap { keyword -> [String] in
            guard case .members(let members) = keyword.value else { return [] }
            return members.filter(\.isRequired).map(\.name)
        }
        guard !required.isEmpty else { return }
        writer.name("required")
        Value.texts(required).write(to: &writer)
    }
}

extension Schema.Value {
    fileprivate func write(to writer: inout JSONWriter) {
        switch self {
        case .text(let text): writer.string(text)
        case .number(let number): writer.int(number)
        case .flag(let flag): writer.bool(flag)
        case .texts(let texts): writer.array { list in texts.forEach { list.string($0) } }
        case .schema(let schema): schema.write(to: &writer)
        case .schemas(let schemas): writer.array { list in schemas.forEach { $0.write(to: &list) } }
        case .members(let members):
            writer.object { object in
                for member in members {
                    object.name(member.name)
                    member.schema.write(to: &object)
                }
            }
        }
    }
}
