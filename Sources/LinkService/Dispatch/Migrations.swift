import Linking

/// Groups that have a new id, for messages that still name the old one.
struct Migrations: Sendable {
    private var successors: [ChatID: ChatID] = [:]

    /// The id the chat has today.
    func current(_ chatID: ChatID) -> ChatID {
        var chatID = chatID
        while let successor = self.successors[chatID] { chatID = successor }
        return chatID
    }

    /// Notes a move. The new id is in use now, whatever was said of it before: so there is never a circle.
    mutating func add(from old: ChatID, to new: ChatID) {
        // What is forgotten here costs one more answer from Telegram that names the new id, nothing else.
        if self.successors.count == Self.limit { self.successors = [:] }
        self.successors[new] = nil
        self.successors[old] = new
    }

    private static let limit = 10_000
}
