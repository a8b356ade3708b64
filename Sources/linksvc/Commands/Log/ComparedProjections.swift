import JSON
import LinkService

/// How the projections compare with those that a rebuild makes.
struct ComparedProjections {
    let events: UInt64
    let keys: Int64
    let missing: Int64
    let extra: Int64
    let changed: Int64
    let seconds: Double

    init(_ report: RebuildReport) {
        self.events = report.events
        self.keys = Int64(report.differences.keys)
        self.missing = Int64(report.differences.missing)
        self.extra = Int64(report.differences.extra)
        self.changed = Int64(report.differences.changed)
        self.seconds = report.seconds
    }

    /// - Throws: ``UnreadableAnswer``.
    init(_ answer: JSONValue) throws {
        guard let events = answer["events"]?.uint64, let keys = answer["keys"]?.int64,
            let missing = answer["differences"]?["missing"]?.int64, let extra = answer["differences"]?["extra"]?.int64,
            let changed = answer["differences"]?["changed"]?.int64
        else { throw UnreadableAnswer(method: "rebuild") }
        self.events = events
        self.keys = keys
        self.missing = missing
        self.extra = extra
        self.changed = changed
        self.seconds = answer["seconds"]?.double ?? 0
    }

    var isSame: Bool { self.missing == 0 && self.extra == 0 && self.changed == 0 }

    /// What differed, in one line.
    var text: String {
        guard !self.isSame else { return "no key differs" }
        let counts = "\(self.changed) keys changed, \(self.missing) missing, \(self.extra) too many"
        return "the projections differ from the log: \(counts)"
    }
}
