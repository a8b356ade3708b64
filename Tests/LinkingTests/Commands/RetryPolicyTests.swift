import Linking
import Testing

struct RetryPolicyTests {
    private let policy = RetryPolicy()

    @Test func `delays double from a second to an hour`() {
        let delays = [1, 2, 3, 12, 13, 60, .max].map { self.policy.backoffMilliseconds(after: $0, jitter: 0.5) }
        #expect(delays == [1_000, 2_000, 4_000, 2_048_000, 3_600_000, 3_600_000, 3_600_000])
    }

    @Test func `jitter moves a delay by a quarter at most and never over the cap`() {
        #expect(self.policy.backoffMilliseconds(after: 3, jitter: 0) == 3_000)
        #expect(self.policy.backoffMilliseconds(after: 3, jitter: 0.999_999) == 4_999)
        #expect(self.policy.backoffMilliseconds(after: 40, jitter: 0.999_999) == 3_600_000)
    }

    @Test func `no attempt number and no jitter is too odd`() {
        #expect(self.policy.backoffMilliseconds(after: .min, jitter: -3) == 750)
        #expect(RetryPolicy(baseMilliseconds: .max).backoffMilliseconds(after: 9, jitter: 7) == 3_600_000)
    }
}
