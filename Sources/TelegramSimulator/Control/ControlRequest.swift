import JSON

/// A request to the control API.
struct ControlRequest: Sendable {
    /// `GET`, `POST` or `DELETE`.
    let method: String
    /// The path behind `/control/`, taken apart.
    let path: [String]
    let query: Parameters
    let body: [UInt8]
    private let document: JSONDocument?

    /// - Throws: if there is a body that is not JSON.
    init(method: String, path: Substring, query: Substring?, body: [UInt8]) throws(ControlError) {
        self.method = method
        self.path = path.split(separator: "/").dropFirst().map(String.init)
        self.query = Parameters(query: query, contentType: "", body: [])
        self.body = body
        if body.isEmpty {
            self.document = nil
        } else {
            do { self.document = try JSONDocument(body, limits: .tolerant) } catch {
                throw .invalid("The body is not JSON: \(error.reason) at byte \(error.offset).")
            }
        }
    }

    subscript(name: String) -> JSONValue? {
        guard let value = self.document?.root[name], !value.isNull else { return nil }
        return value
    }

    func string(_ name: String) throws(ControlError) -> String? {
        guard let value = self[name] else { return nil }
        guard let text = value.string else { throw .invalid("\(name) must be a string.") }
        return text
    }

    func int(_ name: String) throws(ControlError) -> Int64? {
        guard let value = self[name] else { return nil }
        guard let number = value.int64 else { throw .invalid("\(name) must be a whole number.") }
        return number
    }

    func bool(_ name: String) throws(ControlError) -> Bool? {
        guard let value = self[name] else { return nil }
        guard let flag = value.bool else { throw .invalid("\(name) must be true or false.") }
        return flag
    }

    func required<Value>(_ value: Value?, _ name: String) throws(ControlError) -> Value {
        guard let value else { throw .invalid("\(name) is missing.") }
        return value
    }

    /// What the body says of a person, over what is known already; nil if it says nothing.
    func profile(over known: Profile?, user: Int64) throws(ControlError) -> Profile? {
        let names = ["firstName", "lastName", "username", "languageCode"]
        guard names.contains(where: { self[$0] != nil }) else { return nil }
        var profile = known ?? Profile(firstName: "User \(user)")
        profile.firstName = try self.string("firstName") ?? profile.firstName
        profile.lastName = try self.string("lastName") ?? profile.lastName
        profile.username = try self.string("username") ?? profile.username
        profile.languageCode = try self.string("languageCode") ?? profile.languageCode
        return profile
    }
}
