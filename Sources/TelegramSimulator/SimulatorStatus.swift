/// How a simulator stands, in numbers.
package struct SimulatorStatus: Sendable, Equatable {
    /// The webhook that is set.
    package struct Webhook: Sendable, Equatable {
        /// Where to.
        package var url: String
        /// What every delivery carries in its header; empty: nothing.
        package var secretToken: String
        /// How many deliveries at once.
        package var maxConnections: Int
        /// When a delivery failed last.
        package var lastErrorAt: UnixTime?
        /// How it failed.
        package var lastErrorMessage: String?
    }

    /// Updates that the bot did not confirm or accept yet.
    package var pendingUpdates: Int
    /// The number that the next update gets.
    package var nextUpdateID: Int64
    /// Updates that were dropped because too many waited.
    package var droppedUpdates: Int
    /// Updates that were not fetched in time.
    package var expiredUpdates: Int
    /// The kinds of update that the bot wants.
    package var allowedUpdates: [String]
    /// The webhook; nil while none is set.
    package var webhook: Webhook?
    /// Whether a `getUpdates` is waiting.
    package var isPolling: Bool
    /// Messages that were taken.
    package var messagesTaken: UInt64
    /// Messages that were taken and are not kept any more.
    package var messagesDropped: UInt64
    /// How often each method was called; `unknown` stands for all that do not exist.
    package var calls: [String: Int]
    /// How often each kind of fault was injected.
    package var injectedFaults: [Fault.Kind: Int]
    /// Scripted faults that did not all happen yet.
    package var pendingFaultRules: Int

    init(_ world: World, isPolling: Bool) {
        self.pendingUpdates = world.updates.count
        self.nextUpdateID = world.updates.nextID
        self.droppedUpdates = world.updates.dropped
        self.expiredUpdates = world.updates.expired
        self.allowedUpdates = UpdateKind.allCases.filter(world.allowedUpdates.kinds.contains).map(\.rawValue)
        self.webhook = world.webhook.map {
            Webhook(
                url: $0.settings.url, secretToken: $0.settings.secretToken,
                maxConnections: $0.settings.maxConnections, lastErrorAt: $0.lastErrorAt,
                lastErrorMessage: $0.lastErrorMessage)
        }
        self.isPolling = isPolling
        self.messagesTaken = world.messages.taken
        self.messagesDropped = world.messages.dropped
        self.calls = world.calls
        self.injectedFaults = world.faults.injected
        self.pendingFaultRules = world.faults.rules.count
    }
}
