import Synchronization

/// What a server counts. Written by all event loops, read by ``Server/statistics``.
final class Counters: Sendable {
    /// One for each method, in the order of the table.
    let methods: [MethodCounters]
    private let unknownMethods = Atomic(0)
    private let protocolErrors = Atomic(0)
    private let bytesReceived = Atomic(0)
    private let bytesSent = Atomic(0)

    init(methods: MethodTable) { self.methods = methods.methods.map { _ in MethodCounters() } }

    func countUnknownMethod() { self.unknownMethods.add(1, ordering: .relaxed) }

    func countProtocolError() { self.protocolErrors.add(1, ordering: .relaxed) }

    func countReceived(bytes: Int) { self.bytesReceived.add(bytes, ordering: .relaxed) }

    func countSent(bytes: Int) { self.bytesSent.add(bytes, ordering: .relaxed) }

    func write(to statistics: inout Statistics, methods: MethodTable) {
        statistics.unknownMethods = self.unknownMethods.load(ordering: .relaxed)
        statistics.protocolErrors = self.protocolErrors.load(ordering: .relaxed)
        statistics.bytesReceived = self.bytesReceived.load(ordering: .relaxed)
        statistics.bytesSent = self.bytesSent.load(ordering: .relaxed)
        for (method, counters) in zip(methods.methods, self.methods) {
            statistics.methods[method.name] = counters.snapshot
        }
    }
}
