/// Takes a `multipart/form-data` body apart.
struct MultipartReader {
    struct Part: Equatable {
        var name: String
        var fileName: String?
        var bytes: [UInt8]
    }

    /// Telegram's limit.
    private static let boundaryBytesMax = 70
    private static let partsMax = 1_000

    private let delimiter: [UInt8]

    /// Nil without a usable boundary in the content type.
    init?(contentType: String) {
        guard let boundary = Self.attribute("boundary", of: contentType), !boundary.isEmpty,
            boundary.utf8.count <= Self.boundaryBytesMax
        else { return nil }
        self.delimiter = Array("--\(boundary)".utf8)
    }

    /// The parts up to the first that is malformed.
    func parts(of body: [UInt8]) -> [Part] {
        var parts: [Part] = []
        guard var start = Self.range(of: self.delimiter, in: body[...])?.upperBound else { return parts }
        while parts.count < Self.partsMax, body[start...].starts(with: Self.lineEnd) {
            let rest = body[(start + Self.lineEnd.count)...]
            guard let end = Self.range(of: Self.lineEnd + self.delimiter, in: rest),
                let part = Self.part(rest[..<end.lowerBound])
            else { break }
            parts.append(part)
            start = end.upperBound
        }
        return parts
    }

    private static let lineEnd = Array("\r\n".utf8)

    private static func part(_ text: ArraySlice<UInt8>) -> Part? {
        guard let gap = self.range(of: self.lineEnd + self.lineEnd, in: text) else { return nil }
        let head = String(decoding: text[..<gap.lowerBound], as: UTF8.self)
        for line in head.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("content-disposition:") {
            guard let name = self.attribute("name", of: String(line)) else { return nil }
            return Part(
                name: name, fileName: self.attribute("filename", of: String(line)),
                bytes: Array(text[gap.upperBound...]))
        }
        return nil
    }

    private static func attribute(_ name: String, of header: String) -> String? {
        for field in header.split(separator: ";").dropFirst() {
            let field = field.drop(while: \.isWhitespace)
            guard field.lowercased().hasPrefix("\(name)=") else { continue }
            let value = field.dropFirst(name.count + 1)
            if value.hasPrefix("\"") { return String(value.dropFirst().prefix { $0 != "\"" }) }
            return String(value.prefix { !$0.isWhitespace })
        }
        return nil
    }

    private static func range(of needle: [UInt8], in text: ArraySlice<UInt8>) -> Range<Int>? {
        guard let first = needle.first else { return nil }
        var rest = text
        while let index = rest.firstIndex(of: first) {
            if text[index...].starts(with: needle) { return index..<(index + needle.count) }
            rest = text[(index + 1)...]
        }
        return nil
    }
}
