import JSON

/// The four ways in which parameters come.
extension Parameters {
    /// Reads the query first, then the body in whatever form its content type names. What cannot be read is not
    /// reported, it is just not there.
    init(query: Substring?, contentType: String, body: [UInt8]) {
        self.init()
        if let query { self.addForm(Array(query.utf8)) }
        let type = contentType.prefix { $0 != ";" }.lowercased().filter { !$0.isWhitespace }
        switch type {
        case "application/x-www-form-urlencoded": self.addForm(body)
        case "application/json": self.addJSON(body)
        case "multipart/form-data":
            MultipartReader(contentType: contentType)?.parts(of: body).forEach { self.add($0) }
        default: break
        }
    }

    private mutating func addForm(_ text: [UInt8]) {
        for pair in text.split(separator: UInt8(ascii: "&")) {
            let name = pair.prefix { $0 != UInt8(ascii: "=") }
            let value = pair.dropFirst(name.count + 1)
            self.add(String(decoding: Self.decoded(name), as: UTF8.self), Self.decoded(value))
        }
    }

    private mutating func addJSON(_ body: [UInt8]) {
        guard let document = try? JSONDocument(body, limits: .tolerant) else { return }
        for (name, value) in document.root.members {
            self.add(name, value.string.map { Array($0.utf8) } ?? Array(value.text))
        }
    }

    private mutating func add(_ part: MultipartReader.Part) {
        if let fileName = part.fileName {
            self.add(file: File(name: fileName, bytes: part.bytes), as: part.name)
        } else {
            self.add(part.name, part.bytes)
        }
    }

    /// Undoes percent-encoding, and `+` for space. A `%` without two digits stays.
    static func decoded(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(text.count)
        var rest = text
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            if byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexDigit),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            {
                decoded.append(value)
                rest = rest.dropFirst(2)
            } else {
                decoded.append(byte == UInt8(ascii: "+") ? 0x20 : byte)
            }
        }
        return decoded
    }
}
