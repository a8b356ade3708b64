/// Reads a `.env` file: lines of `NAME=VALUE`, empty ones, and comments.
///
/// ```
/// file    := line *("\n" line)
/// line    := blank | "#" any | ["export "] name "=" value
/// value   := "'" any "'" | '"' escaped '"' | any    ; an unquoted value ends at " #"
/// ```
/// In double quotes `\n`, `\t`, `\"`, `\\` and `\$` stand for what they stand for in a shell. Nothing is expanded.
struct DotEnvFile: Equatable {
    /// The values by name; of two lines with one name the later counts.
    private(set) var values: [String: String] = [:]
    /// The numbers of the lines that are none of the above, from 1. They hold no value that could be shown.
    private(set) var badLines: [Int] = []

    init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = line.trimmingBlanks()
            guard !line.isEmpty, line.first != "#" else { continue }
            guard let (name, value) = Self.assignment(line) else {
                self.badLines.append(index + 1)
                continue
            }
            self.values[name] = value
        }
    }

    private static func assignment(_ line: Substring) -> (name: String, value: String)? {
        let declaration = line.hasPrefix("export ") ? line.dropFirst(7) : line
        guard let equals = declaration.firstIndex(of: "=") else { return nil }
        let name = declaration[..<equals].trimmingBlanks()
        guard !name.isEmpty, name.utf8.allSatisfy({ ValueParser.isWord($0) || $0 == UInt8(ascii: ".") }) else {
            return nil
        }
        let text = declaration[declaration.index(after: equals)...].trimmingBlanks()
        return Self.value(text).map { (String(name), $0) }
    }

    private static func value(_ text: Substring) -> String? {
        guard let quote = text.first, quote == "'" || quote == "\"" else {
            guard text.first != "#" else { return "" }
            return String(text.firstRange(of: " #").map { text[..<$0.lowerBound].trimmingBlanks() } ?? text)
        }
        var value = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == quote {
                let comment = rest.trimmingBlanks()
                return comment.isEmpty || comment.first == "#" ? value : nil
            }
            if character == "\\", quote == "\"", let escaped = rest.popFirst() {
                value += Self.unescaped(escaped)
            } else {
                value.append(character)
            }
        }
        return nil
    }

    private static func unescaped(_ character: Character) -> String {
        switch character {
        case "n": "\n"
        case "t": "\t"
        case "\"", "\\", "$": String(character)
        default: "\\\(character)"
        }
    }
}

extension Substring {
    /// Without the white space at both ends.
    func trimmingBlanks() -> Substring {
        guard let end = self.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return self[...end].drop(while: \.isWhitespace)
    }
}
