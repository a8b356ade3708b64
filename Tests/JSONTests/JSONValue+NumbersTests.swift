import JSON
import Testing

struct JSONValueNumbersTests {
    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("1.0", 1), ("1e2", 100), ("1E+2", 100), ("100e-2", 1), ("70e-1", 7), ("-2.5e3", -2500), ("0.0", 0),
            ("0e999999999999", 0),
            ("0.000e5", 0), ("12.50e1", 125), ("1000000000000000000000e-21", 1), ("0.00000000000000000000001e23", 1),
            ("1.000000000000000000000000000000000000", 1), ("922337203685477580.7e1", .max), ("10", 10),
            ("1010.0", 1010),
            ("-9223372036854775808.0", .min), ("0.1e1", 1), ("-0.0", 0),
            ("90071992547409930e-1", 9_007_199_254_740_993),
        ] as [(String, Int64)])
    func `a whole number that fits is read exactly`(_ text: String, expected: Int64) throws {
        #expect(try JSONDocument(text).root.int64 == expected)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "1.5", "1e-1", "0.1", "1e19", "1e999999999999999999999", "-1e20",
        "1e-999999999999999999999", "18446744073709551616", "99999999999999999999", "123456789012345678901234567890",
        "\"1\"", "null", "true", "[1]", "922337203685477580.75e1", "1.0000000000000000000000000000000000001",
    ])
    func `what is not whole, does not fit or is no number is nil`(_ text: String) throws {
        #expect(try JSONDocument(text).root.int64 == nil)
    }

    @Test(
        arguments: [
            ("18446744073709551615", .max), ("0", 0), ("-0", 0), ("1.8446744073709551615e19", .max),
            ("1e19", 10_000_000_000_000_000_000),
            ("-1", nil), ("18446744073709551616", nil), ("1844674407370955161.6e1", nil), ("18446744073709551620", nil),
        ] as [(String, UInt64?)])
    func `a number without a sign goes up to 64 bits`(_ text: String, expected: UInt64?) throws {
        #expect(try JSONDocument(text).root.uint64 == expected)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0.0", -0.0), ("2.5", 2.5), ("-1e-7", -1e-7), ("1e308", 1e308),
            ("5e-324", .leastNonzeroMagnitude),
            ("1e-400", 0),
            ("1e309", nil), ("-1e309", nil), ("\"1\"", nil), ("null", nil),
            ("123456789012345678901234567890", 1.2345678901234568e29),
        ] as [(String, Double?)])
    func `a number is the nearest double, if there is one`(_ text: String, expected: Double?) throws {
        #expect(try JSONDocument(text).root.double == expected)
    }

    @Test func `any decimal way to write a whole number gives that number`() throws {
        var random = SeededRandom.printingSeed()
        for _ in 0..<5_000 {
            let number = Int64(truncatingIfNeeded: random.next()) >> Int64.random(in: 0..<64, using: &random)
            let digits = String(number.magnitude)
            let point = Int.random(in: 0...digits.count, using: &random)
            let zeros = Int.random(in: 0...25, using: &random)
            let whole = point == 0 ? "0" : String(digits.prefix(point))
            let fraction = digits.dropFirst(point) + String(repeating: "0", count: zeros)
            let sign = number < 0 ? "-" : ""
            let text = sign + whole + (fraction.isEmpty ? "" : ".\(fraction)") + "e\(digits.count - point)"
            #expect(try JSONDocument(text).root.int64 == number, "\(text)")
        }
    }

    @Test func `a number of very many digits takes no longer than its length`() throws {
        let zeros = String(repeating: "0", count: 100_000)
        #expect(try JSONDocument("1\(zeros)e-100000").root.int64 == 1)
        #expect(try JSONDocument("0.\(zeros)1e100001").root.int64 == 1)
        #expect(try JSONDocument("1\(zeros)").root.int64 == nil)
    }
}
