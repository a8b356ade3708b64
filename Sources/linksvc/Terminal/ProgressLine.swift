/// A line at a terminal that tells how far a long command is, how fast, and what time is left. Elsewhere, nothing.
struct ProgressLine: ~Copyable {
    /// It is redrawn no more often than this.
    private static let interval = Duration.milliseconds(100)

    private let label: String
    private let unit: String
    private let total: UInt64?
    private let isShown: Bool
    private let write: (String) -> Void
    private let started: ContinuousClock.Instant
    private var drawn: ContinuousClock.Instant?

    /// A line such as `rebuild  52 %  520,000 of 1,000,000 records  480,000/s  1 s left`.
    ///
    /// - Parameters:
    ///   - total: How many there are, if that is known.
    ///   - terminal: Where it is shown; nothing is written unless a person looks at it.
    init(
        _ label: String, unit: String, total: UInt64?, terminal: Terminal,
        write: @escaping (String) -> Void = StandardError.write
    ) {
        self.label = label
        self.unit = unit
        self.total = total
        self.isShown = terminal.isTerminal
        self.write = write
        self.started = .now
    }

    /// Shows that `done` are done, unless that was shown a moment ago.
    mutating func update(_ done: UInt64, now: ContinuousClock.Instant = .now) {
        guard self.isShown, self.drawn.map({ now - $0 >= Self.interval }) ?? true else { return }
        self.drawn = now
        let text = Self.text(self.label, self.unit, done: done, of: self.total, after: now - self.started)
        self.write("\r\u{1B}[K" + text)
    }

    /// Removes the line.
    mutating func finish() {
        guard self.drawn != nil else { return }
        self.drawn = nil
        self.write("\r\u{1B}[K")
    }

    /// What the line says.
    static func text(_ label: String, _ unit: String, done: UInt64, of total: UInt64?, after elapsed: Duration)
        -> String
    {
        let seconds = max(elapsed / .seconds(1), 0.001)
        let rate = Double(done) / seconds
        let speed = "\(Self.grouped(UInt64(rate)))/s"
        guard let total, total > 0 else { return "\(label)  \(Self.grouped(done)) \(unit)  \(speed)" }
        let done = min(done, total)
        let amount = "\(done * 100 / total) %  \(Self.grouped(done)) of \(Self.grouped(total)) \(unit)"
        let left = rate >= 1 ? "  \(Self.span(UInt64((Double(total - done) / rate).rounded(.up)))) left" : ""
        return "\(label)  \(amount)  \(speed)\(left)"
    }

    /// `1234567` as `1,234,567`.
    static func grouped(_ number: UInt64) -> String {
        var digits = Array(String(number))
        var position = digits.count - 3
        while position > 0 {
            digits.insert(",", at: position)
            position -= 3
        }
        return String(digits)
    }

    private static func span(_ seconds: UInt64) -> String {
        seconds < 60
            ? "\(seconds) s" : seconds < 3_600 ? "\(seconds / 60) min \(seconds % 60) s" : "\(seconds / 3_600) h"
    }
}
