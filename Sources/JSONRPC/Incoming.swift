import JSON

/// One message of the peer, checked against the specification.
enum Incoming {
    case call(Request)
    /// An answer to something that was never asked. It gets none, or two servers could talk for ever.
    case response
    /// No Request object. The id is echoed if it could be read.
    case invalid(id: ArraySlice<UInt8>?, RPCError)

    struct Request {
        /// The id's bytes as they came; nil for a notification.
        let id: ArraySlice<UInt8>?
        let method: JSONValue
        /// An array, an object, or nil.
        let params: JSONValue?
    }

    init(_ value: JSONValue, limits: Limits) {
        guard value.kind == .object, value.count <= limits.members else {
            self = .invalid(id: nil, .invalidRequest)
            return
        }
        let members = Members(of: value)
        if let id = members.id, !Self.isValid(id: id, limits: limits) {
            let hint = "An id is a string, a number or null, of at most \(limits.idBytes) bytes."
            self = .invalid(id: nil, .invalidRequest(hint: hint))
            return
        }
        if members.method == nil, members.isResponse {
            self = .response
            return
        }
        let id = members.id?.text
        guard members.isVersion2, let method = members.method, method.kind == .string, !members.isResponse else {
            self = .invalid(id: id, .invalidRequest)
            return
        }
        guard method.text.count - 2 <= limits.methodBytes else {
            self = .invalid(id: id, .invalidRequest(hint: "A method's name has at most \(limits.methodBytes) bytes."))
            return
        }
        switch members.params?.kind {
        case nil, .null: self = .call(Request(id: id, method: method, params: nil))
        case .array, .object:
            guard let params = members.params, params.count <= limits.members else {
                let hint = "Params have at most \(limits.members) members."
                self = .invalid(id: id, .invalidRequest(hint: hint))
                return
            }
            self = .call(Request(id: id, method: method, params: params))
        case .bool, .number, .string:
            self = .invalid(id: id, .invalidRequest(hint: "Params are an object or an array."))
        }
    }

    /// The id of a message that is not looked at any further, nil if it has none to answer to.
    static func id(of value: JSONValue, limits: Limits) -> ArraySlice<UInt8>? {
        guard let id = value["id"], self.isValid(id: id, limits: limits) else { return nil }
        return id.text
    }

    private static func isValid(id: JSONValue, limits: Limits) -> Bool {
        switch id.kind {
        case .string, .number, .null: id.text.count <= limits.idBytes
        case .bool, .array, .object: false
        }
    }

    /// The members that mean something; others are ignored (some libraries send `traceparent`).
    private struct Members {
        var isVersion2 = false
        var isResponse = false
        var id: JSONValue?
        var method: JSONValue?
        var params: JSONValue?

        init(of object: JSONValue) {
            var members = object.members
            while let (name, value) = members.nextUndecoded() {
                if name.stringEquals("jsonrpc") {
                    self.isVersion2 = value.stringEquals("2.0")
                } else if name.stringEquals("method") {
                    self.method = value
                } else if name.stringEquals("params") {
                    self.params = value
                } else if name.stringEquals("id") {
                    self.id = value
                } else if name.stringEquals("result") || name.stringEquals("error") {
                    self.isResponse = true
                }
            }
        }
    }
}
