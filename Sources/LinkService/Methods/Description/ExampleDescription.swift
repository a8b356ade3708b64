internal import JSON

/// A call and its answer, as they could be.
struct ExampleDescription: Sendable {
    let name: String
    /// Parameters and their values as JSON texts.
    let parameters: [(name: String, json: String)]
    /// The result as a JSON text.
    let result: String

    init(_ name: String, _ parameters: [(name: String, json: String)] = [], result: String) {
        self.name = name
        self.parameters = parameters
        self.result = result
    }

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", self.name)
        writer.name("params")
        writer.array { list in
            for (name, json) in self.parameters {
                list.beginObject()
                list.member("name", name)
                list.member("value", raw: json.utf8)
                list.endObject()
            }
        }
        writer.name("result")
        writer.beginObject()
        writer.member("name", "result")
        writer.member("value", raw: self.result.utf8)
        writer.endObject()
        writer.endObject()
    }
}
