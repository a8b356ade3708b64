/// What bounds the journal.
package struct JournalLimits: Sendable {
    /// Commands that may wait; one more is refused as overload.
    package var commandsWaiting = 16_384
    /// Commands decided and written together.
    package var commandsPerGroup = 4_096
    /// A group is closed once its records reach this many bytes.
    package var groupBytes = 8 * 1_024 * 1_024
    /// How long the journal is idle, in seconds, before it settles the anchor.
    package var settleSeconds = 0.5

    package init() {}
}
