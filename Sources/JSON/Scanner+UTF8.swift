extension Scanner {
    /// Whether all bytes are well-formed UTF-8.
    var isValidUTF8: Bool {
        var at = 0
        while at < self.count {
            if self.base[at] < 0x80 {
                at += 1
            } else {
                guard let end = self.multibyteRun(from: at) else { return false }
                at = end
            }
        }
        return true
    }

    /// The end of a run of characters that are not ASCII, nil if one of them is malformed.
    func multibyteRun(from start: Int) -> Int? {
        var at = start
        while at < self.count, self.base[at] >= 0x80 {
            let length = self.multibyteLength(at: at)
            if length == 0 { return nil }
            at += length
        }
        return at
    }

    /// The length of the character at `start`, which is not ASCII; 0 if malformed. Table 3-7 of the Unicode standard.
    @inline(__always)
    private func multibyteLength(at start: Int) -> Int {
        switch self.base[start] {
        case 0xC2...0xDF: self.isContinuation(start + 1) ? 2 : 0
        case 0xE0: self.isByte(start + 1, 0xA0...0xBF) && self.isContinuation(start + 2) ? 3 : 0
        case 0xED: self.isByte(start + 1, 0x80...0x9F) && self.isContinuation(start + 2) ? 3 : 0
        case 0xE1...0xEF: self.isContinuation(start + 1) && self.isContinuation(start + 2) ? 3 : 0
        case 0xF0: self.isByte(start + 1, 0x90...0xBF) && self.areContinuations(start + 2) ? 4 : 0
        case 0xF1...0xF3: self.isContinuation(start + 1) && self.areContinuations(start + 2) ? 4 : 0
        case 0xF4: self.isByte(start + 1, 0x80...0x8F) && self.areContinuations(start + 2) ? 4 : 0
        default: 0
        }
    }

    @inline(__always)
    private func isContinuation(_ at: Int) -> Bool { at < self.count && self.base[at] & 0xC0 == 0x80 }

    @inline(__always)
    private func areContinuations(_ at: Int) -> Bool { self.isContinuation(at) && self.isContinuation(at + 1) }

    @inline(__always)
    private func isByte(_ at: Int, _ range: ClosedRange<UInt8>) -> Bool {
        at < self.count && range.contains(self.base[at])
    }
}
