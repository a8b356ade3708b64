/// The small states that nearly every event changes: kept in memory, written with the checkpoint.
struct StateSummary: Hashable {
    var counts = Counts()
    var links = LinkCounts()
    var notifications = NotificationSummary()
    var seenUpdates = Ring()
    /// A copy of the first entry of `seenUpdates`, if it was read; stored nowhere.
    var oldestUpdate: SeenUpdate?
    var openCodes = Ring()
}
