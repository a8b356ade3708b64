internal import JSON
internal import JSONRPC

/// What the interface says about one method: all that a client's author needs, in one value.
struct MethodDescription: Sendable {
    let name: String
    let summary: String
    var description: String?
    /// What a key must be allowed; nil if any key, and whoever needs none, may call it.
    var scope: Scope?
    var parameters: [ParameterDescription] = []
    /// Whether parameters may also be given by position.
    var byPosition = true
    /// Whether it runs when nobody waits for the answer.
    var allowsNotification = false
    let result: Schema
    var errors: [RPCError] = []
    let examples: [ExampleDescription]

    func write(to writer: inout JSONWriter) {
        writer.beginObject()
        writer.member("name", self.name)
        writer.member("summary", self.summary)
        writer.member("description", self.description)
        writer.member("paramStructure", self.byPosition ? "either" : "by-name")
        writer.name("params")
        writer.array { list in self.parameters.forEach { $0.write(to: &list) } }
        writer.name("result")
        writer.object { result in
            result.member("name", "result")
            result.name("schema")
            self.result.write(to: &result)
        }
        writer.name("errors")
        writer.array { list in self.errors.forEach { $0.write(to: &list) } }
        writer.name("examples")
        writer.array { list in self.examples.forEach { $0.write(to: &list) } }
        writer.name("x-scope")
        if let scope = self.scope { writer.string(scope.rawValue) } else { writer.null() }
        writer.member("x-notification-allowed", self.allowsNotification)
        writer.endObject()
    }

    /// Every method, in the order of ``ServiceMethods/all``.
    static let all = Self.tokens + Self.links + Self.notifications + Self.events + Self.admin
}
