public import JSON

/// The parameters of a call. Those given by position have the names that the method declares for these positions.
public struct Params: Sendable {
    /// The array or object as it came, nil if there was none.
    public let value: JSONValue?
    /// The names that the method declares.
    private let declared: [String]

    /// Parameters of a method that declares these names. `value` has to be an array, an object, or nil.
    public init(_ value: JSONValue?, declared: [String]) {
        self.value = value
        self.declared = declared
    }

    /// The parameter of that name; nil if it is absent or `null`.
    public subscript(_ name: String) -> JSONValue? {
        guard let value = self.value, let found = Self.find(name, in: value, self.declared), !found.isNull else {
            return nil
        }
        return found
    }

    /// The names given that the method does not declare, in the order of the text.
    public var unknownNames: [String] {
        guard let value = self.value, value.kind == .object else { return [] }
        return value.members.lazy.map(\.name).filter { name in
            // Bytes, not canonical equivalence: é as one and as two scalars are two names.
            !self.declared.contains { $0.utf8.elementsEqual(name.utf8) }
        }
    }

    private static func find(_ name: String, in value: JSONValue, _ declared: [String]) -> JSONValue? {
        switch value.kind {
        case .object: value[name]
        case .array: declared.firstIndex(of: name).flatMap { value[$0] }
        case .null, .bool, .number, .string: nil
        }
    }
}
