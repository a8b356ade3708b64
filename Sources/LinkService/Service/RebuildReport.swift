package import JSON

/// What a rebuild did.
package struct RebuildReport: Sendable {
    /// Events applied.
    package var events: UInt64
    /// The generation that was built.
    package var generation: Int
    /// False after a dry run.
    package var isSwitched: Bool
    package var differences: ProjectionComparison.Differences
    package var seconds: Double = 0

    package init(
        events: UInt64, generation: Int, isSwitched: Bool, differences: ProjectionComparison.Differences
    ) {
        self.events = events
        self.generation = generation
        self.isSwitched = isSwitched
        self.differences = differences
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("events", self.events)
        writer.member("seconds", self.seconds)
        writer.member("generation", self.generation)
        writer.member("switched", self.isSwitched)
        writer.member("keys", self.differences.keys)
        writer.name("differences")
        writer.beginObject()
        writer.member("missing", self.differences.missing)
        writer.member("extra", self.differences.extra)
        writer.member("changed", self.differences.changed)
        writer.name("examples")
        writer.beginArray()
        for example in self.differences.examples { writer.string(example) }
        writer.endArray()
        writer.endObject()
    }
}
