import LinkService
import Linking
import Testing

struct TokenBucketTests {
    private var bucket = TokenBucket()
    private let pace = Pace(2, per: .seconds(1), burst: 3)
    private let start = Timestamp(milliseconds: 1_800_000_000_000)

    @Test mutating func `it holds its burst, and gets one more every interval`() {
        for _ in 0..<3 {
            #expect(self.bucket.readyAt(self.pace) <= self.start)
            self.bucket.take(self.pace, at: self.start)
        }
        #expect(self.bucket.readyAt(self.pace) == self.start.adding(milliseconds: 500))
        #expect(self.bucket.fullAt == self.start.adding(milliseconds: 1_500))
    }

    @Test mutating func `a token given back can be taken again`() {
        for _ in 0..<3 { self.bucket.take(self.pace, at: self.start) }
        self.bucket.giveBack(self.pace)
        #expect(self.bucket.readyAt(self.pace) <= self.start)
    }

    @Test mutating func `giving back to a full bucket makes it no fuller`() {
        self.bucket.giveBack(self.pace)
        for _ in 0..<3 { self.bucket.take(self.pace, at: self.start) }
        #expect(self.bucket.readyAt(self.pace) > self.start)
    }

    @Test mutating func `of two buckets that become one the emptier counts`() {
        var other = TokenBucket()
        other.take(self.pace, at: self.start)
        self.bucket.merge(other)
        #expect(self.bucket == other)
    }

    @Test func `an interval is rounded up, so that the rate is never exceeded`() {
        #expect(Pace(30, per: .seconds(1), burst: 30).intervalMicroseconds == 33_334)
    }

    @Test func `a rate for any window leaves room for the burst`() {
        let pace = Pace.atMost(20, inAny: .seconds(60), burst: 3)
        #expect(pace.burst == 3)
        #expect(pace.intervalMicroseconds == 3_333_334)
        #expect(Pace.atMost(1, inAny: .seconds(60), burst: 3) == Pace(1, per: .seconds(60), burst: 1))
    }

    @Test(arguments: [0, -1, Double.leastNonzeroMagnitude]) func `a rate of nothing is very slow, not a trap`(
        _ rate: Double
    ) {
        #expect(Pace(rate, per: .seconds(60), burst: 0).intervalMicroseconds == 60_000_000_000)
    }
}
