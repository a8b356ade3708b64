extension Timestamp {
    /// For people: `2026-11-20 20:16 UTC`.
    var minuteText: String {
        let minutes = Self.floorDivide(self.milliseconds, by: 60_000).quotient
        let (days, minuteOfDay) = Self.floorDivide(minutes, by: 1_440)
        let (year, month, day) = Self.civil(fromDays: days)
        let date = "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
        return "\(date) \(Self.twoDigits(minuteOfDay / 60)):\(Self.twoDigits(minuteOfDay % 60)) UTC"
    }

    /// Days since 1970-01-01 to a date, counted in eras of 400 years that begin on a 1 March.
    private static func civil(fromDays days: Int64) -> (year: Int64, month: Int64, day: Int64) {
        let (era, dayOfEra) = Self.floorDivide(days + 719_468, by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    private static func twoDigits(_ value: Int64) -> String {
        value < 10 ? "0\(value)" : "\(value)"
    }
}
