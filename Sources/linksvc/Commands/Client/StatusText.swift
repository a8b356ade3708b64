import JSON

/// The answer of `status` for a person: a line for each value, named by its path.
enum StatusText {
    static func text(_ status: JSONValue) -> String {
        var lines: [(name: String, value: String)] = []
        Self.collect(status, path: "", into: &lines)
        let width = lines.map(\.name.count).max() ?? 0
        return lines.map { line in
            line.name + String(repeating: " ", count: width - line.name.count + 2) + TextTable.printable(line.value)
        }.joined(separator: "\n")
    }

    private static func collect(_ value: JSONValue, path: String, into lines: inout [(name: String, value: String)]) {
        switch value.kind {
        case .object:
            if let head = Self.head(value) {
                lines.append((path, head))
                return
            }
            for member in value.members {
                Self.collect(member.value, path: path.isEmpty ? member.name : "\(path).\(member.name)", into: &lines)
            }
        case .array:
            let values = value.elements.map { $0.string ?? String(decoding: $0.minified, as: UTF8.self) }
            lines.append((path, values.joined(separator: ", ")))
        case .string:
            lines.append((path, value.string ?? ""))
        case .null, .bool, .number:
            lines.append((path, String(decoding: value.text, as: UTF8.self)))
        }
    }

    /// A head of the log as `verify --head` takes it.
    private static func head(_ value: JSONValue) -> String? {
        guard value.count == 2, let seq = value["seq"]?.uint64, let root = value["root"]?.string else { return nil }
        return "\(seq):\(root)"
    }
}
