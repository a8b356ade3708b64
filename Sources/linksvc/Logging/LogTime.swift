#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A moment as a log line shows it: RFC 3339, UTC, milliseconds.
struct LogTime: Equatable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    let milliseconds: Int64

    init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The time of the system's clock.
    static var now: LogTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return LogTime(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

extension LogTime: CustomStringConvertible {
    var description: String {
        var seconds = time_t(self.milliseconds / 1_000)
        var date = tm()
        gmtime_r(&seconds, &date)
        let day =
            "\(Int(date.tm_year) + 1900)-\(Self.padded(Int(date.tm_mon) + 1, 2))-\(Self.padded(Int(date.tm_mday), 2))"
        let hour = "\(Self.padded(Int(date.tm_hour), 2)):\(Self.padded(Int(date.tm_min), 2))"
        return "\(day)T\(hour):\(Self.padded(Int(date.tm_sec), 2)).\(Self.padded(Int(self.milliseconds % 1_000), 3))Z"
    }

    private static func padded(_ number: Int, _ digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
