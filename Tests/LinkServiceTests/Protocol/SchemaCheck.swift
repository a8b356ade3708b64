import Foundation
import JSON

/// As much of JSON Schema as the schemas here use. A keyword it does not know is a fault, so that none is passed over.
struct SchemaCheck {
    private static let annotations: Set<String> = [
        "$schema", "$id", "title", "description", "default", "examples", "format",
    ]

    /// Where `$ref` begins.
    let root: JSONValue

    /// What is wrong with `value`, each fault with its path.
    func faults(_ value: JSONValue, _ schema: JSONValue, at path: String = "") -> [String] {
        schema.members.flatMap { name, keyword -> [String] in
            guard !Self.annotations.contains(name) else { return [] }
            return self.faults(value, name, keyword, in: schema).map { "\(path): \($0)" }
                + self.nested(value, name, keyword, at: path)
        }
    }

    /// The paths of the members in `value` that `schema` does not name, where it names any.
    func undescribed(_ value: JSONValue, _ schema: JSONValue, at path: String = "") -> [String] {
        if let reference = schema["$ref"]?.string {
            return self.resolve(reference).map { self.undescribed(value, $0, at: path) } ?? [path]
        }
        if value.kind == .array, let items = schema["items"] {
            return value.elements.flatMap { self.undescribed($0, items, at: "\(path)/*") }
        }
        guard value.kind == .object, let properties = schema["properties"], properties.count > 0 else { return [] }
        return value.members.flatMap { name, member in
            properties[name].map { self.undescribed(member, $0, at: "\(path)/\(name)") } ?? ["\(path)/\(name)"]
        }
    }

    private func nested(_ value: JSONValue, _ name: String, _ keyword: JSONValue, at path: String) -> [String] {
        switch name {
        case "properties":
            keyword.members.flatMap { name, schema in
                value[name].map { self.faults($0, schema, at: "\(path)/\(name)") } ?? []
            }
        case "items":
            value.kind == .array ? value.elements.flatMap { self.faults($0, keyword, at: "\(path)/*") } : []
        case "$ref": self.resolve(keyword.string ?? "").map { self.faults(value, $0, at: path) } ?? ["no such $ref"]
        default: []  // Keywords without schemas inside.
        }
    }

    private func resolve(_ reference: String) -> JSONValue? {
        reference.split(separator: "/").dropFirst().reduce(Optional(self.root)) { $0?[String($1)] }
    }

    private func faults(
        _ value: JSONValue, _ name: String, _ keyword: JSONValue, in schema: JSONValue
    ) -> [String] {
        let isRight: Bool
        switch name {
        case "properties", "items", "$ref": isRight = true
        case "type": isRight = Self.type(of: value).contains(keyword.string ?? "")
        case "const": isRight = value.minified == keyword.minified
        case "enum": isRight = keyword.elements.contains { $0.minified == value.minified }
        case "required":
            isRight = value.kind != .object || keyword.elements.allSatisfy { value[$0.string ?? ""] != nil }
        case "minimum": isRight = (value.double ?? 0) >= (keyword.double ?? .infinity)
        case "maximum": isRight = (value.double ?? 0) <= (keyword.double ?? -.infinity)
        case "minLength": isRight = (value.string ?? "").unicodeScalars.count >= (keyword.int64 ?? .max)
        case "maxLength": isRight = (value.string ?? "").unicodeScalars.count <= (keyword.int64 ?? 0)
        case "pattern":
            isRight = (value.string ?? "").range(of: keyword.string ?? "$^", options: .regularExpression) != nil
        case "oneOf": isRight = keyword.elements.count { self.faults(value, $0).isEmpty } == 1
        default: return ["the keyword \(name) is not known to this check"]
        }
        return isRight ? [] : ["\(name) is not met by \(String(decoding: value.text, as: UTF8.self))"]
    }

    private static func type(of value: JSONValue) -> [String] {
        switch value.kind {
        case .null: ["null"]
        case .bool: ["boolean"]
        case .number: value.int64 != nil ? ["number", "integer"] : ["number"]
        case .string: ["string"]
        case .array: ["array"]
        case .object: ["object"]
        }
    }
}
