/// Times as records have them: RFC 3339, UTC, three digits of a second, such as `2026-11-20T20:16:19.123Z`.
package enum RecordTime {
    /// The length of the text in bytes.
    package static let byteCount = 24
    /// The first and the last millisecond that four digits of a year can say; others are taken for the nearest of them.
    package static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

    private static let millisecondsPerDay: Int64 = 86_400_000

    /// The text for `milliseconds` since 1970.
    package static func text(_ milliseconds: Int64) -> String {
        String(unsafeUninitializedCapacity: Self.byteCount) { buffer in
            var output = ByteOutput(UnsafeMutableRawBufferPointer(buffer))
            Self.write(milliseconds, to: &output)
            return output.count
        }
    }

    /// Milliseconds since 1970 for a text of exactly that form, else nil.
    package static func milliseconds(_ text: some Collection<UInt8>) -> Int64? {
        guard text.count == Self.byteCount else { return nil }
        return text.withContiguousStorageIfAvailable { Self.parse($0) }
            ?? Array(text).withUnsafeBufferPointer(Self.parse)
    }

    static func write(_ milliseconds: Int64, to output: inout ByteOutput) {
        let time = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
        var days = time / Self.millisecondsPerDay
        var rest = time % Self.millisecondsPerDay
        if rest < 0 {
            days -= 1
            rest += Self.millisecondsPerDay
        }
        let (year, month, day) = Self.date(days)
        output.write(decimal: UInt64(year), digits: 4)
        output.write(byte: UInt8(ascii: "-"))
        output.write(decimal: UInt64(month), digits: 2)
        output.write(byte: UInt8(ascii: "-"))
        output.write(decimal: UInt64(day), digits: 2)
        output.write(byte: UInt8(ascii: "T"))
        output.write(decimal: UInt64(rest / 3_600_000), digits: 2)
        output.write(byte: UInt8(ascii: ":"))
        output.write(decimal: UInt64(rest / 60_000 % 60), digits: 2)
        output.write(byte: UInt8(ascii: ":"))
        output.write(decimal: UInt64(rest / 1_000 % 60), digits: 2)
        output.write(byte: UInt8(ascii: "."))
        output.write(decimal: UInt64(rest % 1_000), digits: 3)
        output.write(byte: UInt8(ascii: "Z"))
    }

    private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Int64? {
        let marks: StaticString = "0000-00-00T00:00:00.000Z"
        for index in 0..<Self.byteCount {
            let mark = marks.utf8Start[index]
            // A digit where the pattern has one, and elsewhere what the pattern has.
            guard mark == UInt8(ascii: "0") ? text[index] &- mark < 10 : text[index] == mark else { return nil }
        }
        func number(_ places: Range<Int>) -> Int64 {
            places.reduce(0) { $0 * 10 + Int64(text[$1] - UInt8(ascii: "0")) }
        }
        let (year, month, day) = (number(0..<4), number(5..<7), number(8..<10))
        let (hour, minute, second) = (number(11..<13), number(14..<16), number(17..<19))
        guard (1...12).contains(month), hour < 24, minute < 60, second < 60 else { return nil }
        let days = Self.days(year, month, day)
        // A day that the month has not comes back as one of the next month.
        guard Self.date(days) == (year, month, day) else { return nil }
        return ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000 + number(20..<23)
    }

    // The Gregorian calendar in eras of 400 years, 146,097 days, and years that begin in March, so that the leap day
    // comes last; 719,468 days lie between 0000-03-01 and 1970-01-01.

    private static func date(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
