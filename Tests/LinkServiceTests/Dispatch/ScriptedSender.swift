import LinkService
import TelegramBot

/// A Telegram that answers as told, and takes every message else.
final class ScriptedSender: MessageSender {
    struct State: Sendable {
        /// All messages that were handed over.
        var messages: [OutgoingMessage] = []
        /// Answers to the next messages to a chat, from the front.
        var answers: [Int64: [SendOutcome]] = [:]
        /// Chats whose answers are held back.
        var held: Set<Int64> = []
        var isAuthorized = true
        var probes = 0
    }

    let state = Watched(State())

    var texts: [String] { self.state.value.messages.map(\.text) }

    func answer(_ outcomes: SendOutcome..., to chat: Int64) {
        self.state.change { $0.answers[chat, default: []] += outcomes }
    }

    func hold(_ chat: Int64) {
        self.state.change { _ = $0.held.insert(chat) }
    }

    func release(_ chat: Int64) {
        self.state.change { _ = $0.held.remove(chat) }
    }

    /// Returns once so many messages were handed over.
    func received(_ count: Int) async {
        await self.state.until { $0.messages.count >= count }
    }

    func send(_ message: OutgoingMessage) async -> SendOutcome {
        self.state.change { $0.messages.append(message) }
        await withTaskCancellationHandler {
            await self.state.until { !$0.held.contains(message.chatID) }
        } onCancel: {
            self.release(message.chatID)
        }
        if Task.isCancelled { return .lost(description: "cancelled") }
        return self.state.change { state in
            guard let answers = state.answers[message.chatID], let first = answers.first else {
                return .sent(messageID: Int64(state.messages.count))
            }
            state.answers[message.chatID] = Array(answers.dropFirst())
            return first
        }
    }

    func isAuthorized() async -> Bool {
        self.state.change { state in
            state.probes += 1
            return state.isAuthorized
        }
    }
}
