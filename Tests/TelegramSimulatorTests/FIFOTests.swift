import Testing

@testable import TelegramSimulator

@Suite struct FIFOTests {
    @Test func `elements come out in order and keep their positions`() {
        var queue = FIFO<Int>()
        for number in 0..<1_000 {
            #expect(queue.append(number) == number)
            if number % 3 == 0 { #expect(queue.popFirst() == number / 3) }
        }
        #expect(queue.count == 1_000 - 334)
        #expect(queue.startPosition == 334)
        #expect(queue[334] == 334)
        #expect(queue[999] == 999)
        while queue.popFirst() != nil {}
        #expect(queue.startPosition == 1_000)
    }
}
