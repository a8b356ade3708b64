#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where the simulator takes its time from.
package struct SimulatorClock: Sendable {
    /// The time of day.
    package var now: @Sendable () -> UnixTime
    /// Returns after that time, or throws as soon as the task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void

    /// A clock made of these two.
    package init(
        now: @escaping @Sendable () -> UnixTime, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The machine's clock.
    package static let system = SimulatorClock(
        now: { UnixTime(milliseconds: Int64(Date().timeIntervalSince1970 * 1_000)) },
        sleep: { try await Task.sleep(for: $0) }
    )
}
