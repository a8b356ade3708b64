import Foundation
import JSON

/// What a text means, from either reader.
indirect enum FoundationValue {
    case null
    case bool(Bool)
    case number(Double)
    case string([UInt8])
    case array([FoundationValue])
    case object([String: FoundationValue])
    case unknown

    init(_ value: JSONValue) {
        switch value.kind {
        case .null: self = .null
        case .bool: self = .bool(value.bool == true)
        case .number: self = .number(value.double ?? .nan)
        case .string: self = .string(Array((value.string ?? "?").utf8))
        case .array: self = .array(value.elements.map { FoundationValue($0) })
        case .object:
            self = .object(Dictionary(value.members.map { ($0.name, FoundationValue($0.value)) }) { first, _ in first })
        }
    }

    init(_ value: Any) {
        switch value {
        case is NSNull: self = .null
        case let value as String: self = .string(Array(value.utf8))
        case let value as [Any]: self = .array(value.map { FoundationValue($0) })
        case let value as [String: Any]: self = .object(value.mapValues { FoundationValue($0) })
        case let value as NSNumber:
            self = String(cString: value.objCType) == "c" ? .bool(value.boolValue) : .number(value.doubleValue)
        default: self = .unknown
        }
    }
}

extension FoundationValue: Equatable {
    static func == (left: FoundationValue, right: FoundationValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        // Foundation goes through Decimal, which multiplies and rounds in several steps.
        case (.number(let left), .number(let right)): abs(left - right) <= abs(left) * 1e-12
        case (.string(let left), .string(let right)): left == right
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        case (.null, _), (.bool, _), (.number, _), (.string, _), (.array, _), (.object, _), (.unknown, _): false
        }
    }
}
