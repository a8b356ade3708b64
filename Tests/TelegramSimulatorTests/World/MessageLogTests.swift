import Testing

@testable import TelegramSimulator

@Suite struct MessageLogTests {
    private func message(_ log: MessageLog, chat: Int64 = 1) -> TakenMessage {
        let number = Int64(log.nextSequence)
        return TakenMessage(
            sequence: log.nextSequence, chatID: chat, messageID: number, threadID: nil, takenAt: evening, text: "",
            entities: [], replyMarkup: nil, isSilent: false, isProtected: false, json: [])
    }

    @Test func `what is over the limit drops the oldest and counts it`() {
        var log = MessageLog()
        for _ in 0..<(SimulatorLimits.messagesMax + 3) { log.append(self.message(log)) }
        #expect(log.taken == UInt64(SimulatorLimits.messagesMax + 3))
        #expect(log.dropped == 3)
        #expect(log[3] == nil)
        #expect(log.message(chat: 1, id: 3) == nil)
        #expect(log[4]?.messageID == 4)
        #expect(log.list(chat: nil, after: 0, limit: 1).first?.sequence == 4)
    }

    @Test func `a list is of one chat and begins after a number`() {
        var log = MessageLog()
        for chat in [1, 2, 1, 2, 1] as [Int64] { log.append(self.message(log, chat: chat)) }
        #expect(log.list(chat: 1, after: 1).map(\.sequence) == [3, 5])
        #expect(log.list(chat: nil, after: 4).map(\.sequence) == [5])
        #expect(log.list(chat: nil, after: 9).isEmpty)
    }
}
