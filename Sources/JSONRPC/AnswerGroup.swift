/// Answers to many calls that are sent together: each event loop is woken once, each connection written to once.
///
/// Worth it where many calls end at the same moment, as they do behind a group commit.
public struct AnswerGroup: ~Copyable, Sendable {
    private var letters: [(mailbox: LoopMailbox, letters: [LoopMailbox.Letter])] = []

    /// An empty group.
    public init() {}

    /// Adds the answer to a call, unless that was answered before. It is sent with ``send()``.
    public mutating func add(_ responder: Responder, _ outcome: Result<RPCResult, RPCError>) {
        guard let letter = responder.letter(outcome) else { return }
        // As many mailboxes as event loops: few.
        if let index = self.letters.firstIndex(where: { $0.mailbox === responder.mailbox }) {
            self.letters[index].letters.append(letter)
        } else {
            self.letters.append((responder.mailbox, [letter]))
        }
    }

    /// Sends the answers.
    public consuming func send() {
        for (mailbox, letters) in self.letters { mailbox.post(letters) }
    }
}
