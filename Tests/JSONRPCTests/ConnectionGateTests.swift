import NIOCore
import Testing

@testable import JSONRPC

struct ConnectionGateTests {
    /// A gate that can be asked inside an expectation.
    private final class Gate {
        private var gate: ConnectionGate

        init(limits: Limits) { self.gate = ConnectionGate(limits: limits) }

        func admit(_ applicant: ConnectionGate.Applicant, now: NIODeadline) -> Bool {
            self.gate.admit(applicant, now: now)
        }

        func leave(_ applicant: ConnectionGate.Applicant) { self.gate.leave(applicant) }
    }

    private let now = NIODeadline.uptimeNanoseconds(1)
    private let local = ConnectionGate.Applicant(listener: 0, peer: "127.0.0.1", isTrusted: true)

    private func stranger(_ peer: String) -> ConnectionGate.Applicant {
        ConnectionGate.Applicant(listener: 1, peer: peer, isTrusted: false)
    }

    @Test func `each listener has as many connections as the limit`() {
        let gate = Gate(limits: Limits())
        for _ in 1...1_024 { #expect(gate.admit(self.local, now: self.now)) }
        #expect(!gate.admit(self.local, now: self.now))
        #expect(gate.admit(ConnectionGate.Applicant(listener: 2, peer: "", isTrusted: true), now: self.now))
        gate.leave(self.local)
        #expect(gate.admit(self.local, now: self.now))
        #expect(!gate.admit(self.local, now: self.now))
    }

    @Test func `an address has as many connections as the limit, unless it is trusted`() {
        var limits = Limits()
        limits.acceptsPerSecond = 1_000
        let gate = Gate(limits: limits)
        for _ in 1...64 { #expect(gate.admit(self.stranger("192.0.2.1"), now: self.now)) }
        #expect(!gate.admit(self.stranger("192.0.2.1"), now: self.now))
        #expect(gate.admit(self.stranger("192.0.2.2"), now: self.now))
        gate.leave(self.stranger("192.0.2.1"))
        #expect(gate.admit(self.stranger("192.0.2.1"), now: self.now))
    }

    @Test func `strangers are accepted at the limit's rate`() {
        let gate = Gate(limits: Limits())
        for n in 1...50 { #expect(gate.admit(self.stranger("\(n)"), now: self.now)) }
        #expect(!gate.admit(self.stranger("51"), now: self.now))
        let later = self.now + .milliseconds(20)
        #expect(gate.admit(self.stranger("52"), now: later))
        #expect(!gate.admit(self.stranger("53"), now: later))
        #expect(gate.admit(self.local, now: later))
    }
}
