/// Faults that come at random.
package struct RandomFaults: Sendable, Equatable {
    /// How probable a fault is for each call: 0…1.
    package var rate: Double
    /// Which of them, each as probable as the others.
    package var faults: [Fault]
    /// The methods they happen to, in any case.
    package var methods: Set<String>

    /// What a client must expect of a bad day: every kind that is not the client's fault.
    package static let common: [Fault] = [
        .tooManyRequests(retryAfterSeconds: 1), .restart, .badGateway, .badGatewayHTML, .resetBefore, .resetAfter,
        .slow(.milliseconds(200)),
    ]

    /// Faults that come with probability `rate`.
    package init(rate: Double, faults: [Fault] = Self.common, methods: Set<String> = ["sendMessage"]) {
        self.rate = rate
        self.faults = faults
        self.methods = Set(methods.map { $0.lowercased() })
    }
}
