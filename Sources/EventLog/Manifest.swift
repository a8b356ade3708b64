// A MANIFEST of LevelDB (doc/log_format.md, db/version_edit.cc), as far as it is read here:
//
//   manifest := block ...                         ; of 32,768 bytes, the last one shorter
//   block    := fragment ... trailer              ; trailer: fewer than 7 bytes, ignored
//   fragment := crc length type payload           ; uint32, uint16, uint8, little-endian
//   type     := 1 full | 2 first | 3 middle | 4 last
//   edit     := field ...                         ; the payloads of one full, or of first to last
//   field    := 1 string | 2 number | 3 number | 4 number | 5 level string | 6 level number
//             | 7 level number number string string | 9 number
//   string   := length bytes                      ; tags, levels, lengths and numbers are varints
//
// Field 3 is the number that the next new file gets.

/// Reads the one number from LevelDB's MANIFEST that a private copy must know.
enum Manifest {
    private static let blockByteCount = 32_768
    private static let headerByteCount = 7

    /// The number that LevelDB, opening this, gives the next new file; nil if it would not open it. Checksums are
    /// left to LevelDB, which opens nothing if one is wrong.
    static func nextFileNumber(in bytes: [UInt8]) -> UInt64? {
        var number: UInt64?
        for edit in Self.edits(in: bytes) {
            guard let next = Self.nextFileNumber(inEdit: edit) else { return nil }
            number = next ?? number
        }
        return number
    }

    /// The edits that are whole. As for LevelDB, a fragment that runs past the end ends the file.
    private static func edits(in bytes: [UInt8]) -> [[UInt8]] {
        var edits: [[UInt8]] = []
        var edit: [UInt8] = []
        var offset = 0
        while offset + Self.headerByteCount <= bytes.count {
            let rest = Self.blockByteCount - offset % Self.blockByteCount
            guard rest >= Self.headerByteCount else {
                offset += rest
                continue
            }
            let length = Int(bytes[offset + 4]) | Int(bytes[offset + 5]) << 8
            let type = bytes[offset + 6]
            let start = offset + Self.headerByteCount
            guard Self.headerByteCount + length <= rest, start + length <= bytes.count else { break }
            if type == 1 || type == 2 { edit.removeAll() }
            edit += bytes[start..<start + length]
            if type == 1 || type == 4 { edits.append(edit) }
            offset = start + length
        }
        return edits
    }

    /// The number in one edit, if it names one; the outer nil if the edit is none.
    private static func nextFileNumber(inEdit bytes: [UInt8]) -> UInt64?? {
        var input = VarintInput(bytes)
        var number: UInt64?
        while !input.isAtEnd {
            switch input.number() {
            case 1: input.skipString()
            case 2, 4, 9: _ = input.number()
            case 3: number = input.number()
            case 5:
                _ = input.number()
                input.skipString()
            case 6:
                _ = input.number()
                _ = input.number()
            case 7:
                for _ in 0..<3 { _ = input.number() }
                input.skipString()
                input.skipString()
            case .some, nil: return nil
            }
        }
        return input.isBroken ? nil : .some(number)
    }
}
