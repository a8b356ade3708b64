/// A plain table for people: columns, left-aligned, two spaces between them.
struct TextTable {
    private let header: [String]
    private var rows: [[String]] = []

    /// A table with these columns.
    init(_ header: [String]) {
        self.header = header
    }

    /// Adds a row; a missing value is shown as `-`.
    mutating func add(_ row: [String?]) {
        self.rows.append(row.map { $0.map(Self.printable) ?? "-" })
    }

    /// The table, without a newline at its end.
    var text: String {
        let lines = [self.header] + self.rows
        let widths = self.header.indices.map { column in
            lines.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
        }
        return lines.map { Self.line($0, widths) }.joined(separator: "\n")
    }

    private static func line(_ row: [String], _ widths: [Int]) -> String {
        let cells = zip(row, widths).map { cell, width in
            cell + String(repeating: " ", count: width - cell.count)
        }
        let line = cells.joined(separator: "  ")
        return String(line.reversed().drop { $0 == " " }.reversed())
    }

    /// Names come from strangers: what would steer the terminal is shown as `?`.
    static func printable(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { Self.steers($0) ? "?" : $0 }))
    }

    private static func steers(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: scalar != "\u{200D}"  // The joiner within emoji steers nothing.
        default: false
        }
    }
}
