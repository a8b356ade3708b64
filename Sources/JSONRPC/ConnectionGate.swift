import NIOCore

/// Decides which connections are taken, from how many there are.
struct ConnectionGate {
    /// Who wants to connect.
    struct Applicant {
        /// Index of the listener.
        let listener: Int
        let peer: String
        let isTrusted: Bool
    }

    private let limits: Limits
    private var openByListener: [Int: Int] = [:]
    private var openByAddress: [String: Int] = [:]
    /// Strangers that may still come at once; grows with time to a second's worth.
    private var accepts: Double
    private var acceptsCountedAt: NIODeadline?

    init(limits: Limits) {
        self.limits = limits
        self.accepts = Double(limits.acceptsPerSecond)
    }

    /// Counts the connection, or says that it has to be closed.
    mutating func admit(_ applicant: Applicant, now: NIODeadline) -> Bool {
        guard self.openByListener[applicant.listener, default: 0] < self.limits.connections else { return false }
        if !applicant.isTrusted {
            let isCrowded = self.openByAddress[applicant.peer, default: 0] >= self.limits.connectionsPerAddress
            guard !isCrowded, self.takeAccept(now: now) else { return false }
            self.openByAddress[applicant.peer, default: 0] += 1
        }
        self.openByListener[applicant.listener, default: 0] += 1
        return true
    }

    /// A connection that was admitted has closed.
    mutating func leave(_ applicant: Applicant) {
        self.openByListener[applicant.listener, default: 0] -= 1
        guard !applicant.isTrusted else { return }
        self.openByAddress[applicant.peer, default: 0] -= 1
        // Addresses that are gone must not pile up.
        if self.openByAddress[applicant.peer] == 0 { self.openByAddress[applicant.peer] = nil }
    }

    private mutating func takeAccept(now: NIODeadline) -> Bool {
        let rate = Double(self.limits.acceptsPerSecond)
        if let last = self.acceptsCountedAt {
            let seconds = Double((now - last).nanoseconds) / 1e9
            self.accepts = min(rate, self.accepts + max(0, seconds) * rate)
        }
        self.acceptsCountedAt = now
        guard self.accepts >= 1 else { return false }
        self.accepts -= 1
        return true
    }
}
