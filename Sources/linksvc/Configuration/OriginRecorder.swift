import Configuration
import Synchronization

/// Notes which provider gave the value that was read last, since the reader itself tells only the value.
final class OriginRecorder: AccessReporter {
    private let state = Mutex<Int?>(nil)

    /// The position, among the reader's providers, of the one that gave the last value; nil if none did.
    var last: Int? {
        self.state.withLock { $0 }
    }

    func report(_ event: AccessEvent) {
        // Providers are asked in order until one has a value, so the last one asked is the one that had it.
        let found = (try? event.result.get()) != nil
        self.state.withLock { $0 = found ? event.providerResults.count - 1 : nil }
    }
}
