import EventLog
import Foundation
import Testing

struct RecordTimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"),
        (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (1_795_205_779_123, "2026-11-20T20:16:19.123Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"),
        (RecordTime.range.lowerBound, "0000-01-01T00:00:00.000Z"),
        (RecordTime.range.upperBound, "9999-12-31T23:59:59.999Z"),
    ]) func `known times are written and read`(milliseconds: Int64, text: String) {
        #expect(RecordTime.text(milliseconds) == text)
        #expect(RecordTime.milliseconds(Array(text.utf8)) == milliseconds)
    }

    @Test func `times out of range become the nearest that can be written`() {
        #expect(RecordTime.text(.min) == "0000-01-01T00:00:00.000Z")
        #expect(RecordTime.text(.max) == "9999-12-31T23:59:59.999Z")
    }

    @Test func `random times agree with Foundation`() {
        var generator = SeededGenerator("RecordTimeTests")
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
        // Foundation changes to the Julian calendar in 1582.
        for _ in 0..<2_000 {
            let milliseconds = Int64.random(in: -12_000_000_000_000...RecordTime.range.upperBound, using: &generator)
            let date = Date(timeIntervalSince1970: Double(milliseconds.roundedDown(to: 1_000)) / 1_000)
            let text = RecordTime.text(milliseconds)
            #expect(text.prefix(19) == date.formatted(style).prefix(19))
            #expect(RecordTime.milliseconds(Array(text.utf8)) == milliseconds)
        }
    }

    @Test(arguments: [
        "", "2026-11-20T20:16:19Z", "2026-11-20T20:16:19.123z", "2026-11-20 20:16:19.123Z", "2026-11-31T00:00:00.000Z",
        "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z", "2026-01-00T00:00:00.000Z",
        "2026-01-01T24:00:00.000Z", "2026-01-01T00:60:00.000Z", "2026-01-01T00:00:60.000Z", "2026-01-01T00:00:00.00aZ",
        "2026-01-01T00:00:00.000+", "+026-01-01T00:00:00.000Z",
    ]) func `other texts are no times`(text: String) {
        #expect(RecordTime.milliseconds(Array(text.utf8)) == nil)
    }
}

extension Int64 {
    fileprivate func roundedDown(to unit: Int64) -> Int64 {
        let rest = self % unit
        return self - (rest < 0 ? rest + unit : rest)
    }
}
