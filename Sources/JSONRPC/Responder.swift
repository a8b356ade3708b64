import Synchronization

/// Answers one call, from any thread.
///
/// The first answer counts, later ones do nothing. A responder that goes away without having answered answers with an
/// internal error. If the connection is closed by then, the answer is thrown away.
public final class Responder: Sendable {
    private let connection: Connection
    private let token: CallToken
    private let isAnswered = Atomic(false)

    init(connection: Connection, token: CallToken) {
        self.connection = connection
        self.token = token
    }

    deinit {
        _ = self.answer(.failure(.internalError))
    }

    /// Answers with a result. False if there was an answer before.
    @discardableResult
    public func succeed(_ result: RPCResult) -> Bool { self.answer(.success(result)) }

    /// Answers with an error. False if there was an answer before.
    @discardableResult
    public func fail(_ error: RPCError) -> Bool { self.answer(.failure(error)) }

    /// Answers. False if there was an answer before.
    @discardableResult
    public func answer(_ outcome: Result<RPCResult, RPCError>) -> Bool {
        guard let letter = self.letter(outcome) else { return false }
        self.connection.mailbox.post(letter)
        return true
    }

    var mailbox: LoopMailbox { self.connection.mailbox }

    /// The answer as it is to be posted; nil if there was one before.
    func letter(_ outcome: Result<RPCResult, RPCError>) -> LoopMailbox.Letter? {
        guard !self.isAnswered.exchange(true, ordering: .acquiringAndReleasing) else { return nil }
        return LoopMailbox.Letter(connection: self.connection, token: self.token, outcome: outcome)
    }
}
