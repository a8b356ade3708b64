import JSON
import LinkService
import Logging

/// One line of the log: what happened, before it has a shape.
struct LogLine {
    var time: LogTime
    var level: Logger.Level
    var label: String
    var message: String
    var metadata: Logger.Metadata
    var error: String?

    /// The line's bytes in `format`, with the newline at its end and none before it.
    func bytes(_ format: LogFormat) -> [UInt8] {
        switch format {
        case .text: Array(self.text.utf8)
        case .json: self.json
        }
    }

    private var text: String {
        var line = "\(self.time) \(self.level.rawValue) \(self.label): \(Self.escaped(self.message))"
        for (key, value) in self.fields {
            line += " \(Self.quoted(key))=\(Self.quoted("\(value)"))"
        }
        return line + "\n"
    }

    private var json: [UInt8] {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("time", "\(self.time)")
        writer.member("level", self.level.rawValue)
        writer.member("logger", self.label)
        writer.member("message", self.message)
        let fields = self.fields
        if !fields.isEmpty {
            writer.name("metadata")
            writer.beginObject()
            for (key, value) in fields {
                writer.name(key)
                Self.write(value, to: &writer)
            }
            writer.endObject()
        }
        writer.endObject()
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    /// The metadata in a fixed order, with the error as one of them.
    private var fields: [(key: String, value: Logger.MetadataValue)] {
        var fields = self.metadata
        if let error = self.error { fields["error"] = .string(error) }
        return fields.sorted { $0.key < $1.key }.map { (key: $0.key, value: $0.value) }
    }

    private static func write(_ value: Logger.MetadataValue, to writer: inout JSONWriter) {
        switch value {
        case .string(let text): writer.string(text)
        case .stringConvertible(let number as any BinaryInteger): writer.raw("\(number)".utf8)
        case .stringConvertible(let flag as Bool): writer.bool(flag)
        case .stringConvertible(let other): writer.string("\(other)")
        case .array(let values):
            writer.beginArray()
            values.forEach { Self.write($0, to: &writer) }
            writer.endArray()
        case .dictionary(let members):
            writer.beginObject()
            for (key, value) in members.sorted(by: { $0.key < $1.key }) {
                writer.name(key)
                Self.write(value, to: &writer)
            }
            writer.endObject()
        }
    }

    /// `text`, in quotes if it would not read as one word.
    private static func quoted(_ text: String) -> String {
        let isWord = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "=" }
        let escaped = Self.escaped(text)
        guard !isWord || escaped.utf8.count != text.utf8.count else { return text }
        return "\"" + escaped.replacing("\"", with: "\\\"") + "\""
    }

    /// `text` without characters that would end the line or steer a terminal.
    private static func escaped(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: Self.isControl) else { return text }
        var escaped = ""
        for scalar in text.unicodeScalars {
            escaped += Self.isControl(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return escaped
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
