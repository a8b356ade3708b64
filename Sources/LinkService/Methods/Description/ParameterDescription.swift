internal import JSON

/// What the interface says about one parameter.
struct ParameterDescription: Sendable {
    let name: String
    let isRequired: Bool
    let schema: Schema

    static func required(_ name: String, _ schema: Schema) -> ParameterDescription {
        ParameterDescription(name: name, isRequired: true, schema: schema)
    }

    static func optional(_ name: String, _ schema: Schema) -> ParameterDescription {
        ParameterDescription(name: name, isRequired: false, schema: schema)
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", self.name)
        writer.member("required", self.isRequired)
        writer.name("schema")
        self.schema.write(to: &writer)
        writer.endObject()
    }
}
