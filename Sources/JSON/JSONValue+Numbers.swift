extension JSONValue {
    /// A number that is a whole one and fits: `7`, and `7.0` and `70e-1` too. Nil of anything else.
    public var int64: Int64? {
        guard let whole = self.wholeNumber else { return nil }
        if !whole.isNegative { return Int64(exactly: whole.magnitude) }
        guard whole.magnitude <= Int64.min.magnitude else { return nil }
        return Int64(truncatingIfNeeded: 0 &- whole.magnitude)
    }

    /// A number that is a whole one and fits, as ``int64``.
    public var uint64: UInt64? {
        guard let whole = self.wholeNumber, !whole.isNegative || whole.magnitude == 0 else { return nil }
        return whole.magnitude
    }

    /// A number as the nearest `Double`; nil if it is too large for one, and of anything else than a number.
    public var double: Double? {
        let entry = self.entry
        guard entry.kind == .number else { return nil }
        let text = self.tape.withBytes(entry.range) { String(decoding: $0, as: UTF8.self) }
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    private var wholeNumber: WholeNumber? {
        let entry = self.entry
        guard entry.kind == .number else { return nil }
        return self.tape.withBytes(entry.range) { WholeNumber($0) }
    }
}
