internal import Linking

/// A command in the journal's queue, whatever its type.
class PendingCommand: @unchecked Sendable {
    // Safe to share: one thread at a time has it, first its submitter, then the journal's.
    let by: String

    init(by: String) {
        self.by = by
    }

    /// Decides the command; the answer is kept until ``succeed(first:last:)``.
    func decide(in state: StagedState, at now: Timestamp) throws(JournalError) -> [ProposedEvent] {
        preconditionFailure("a pending command has a type")
    }

    func succeed(first: UInt64?, last: UInt64) {
        preconditionFailure("a pending command has a type")
    }

    func fail(_ error: JournalError) {
        preconditionFailure("a pending command has a type")
    }
}

/// A command in the journal's queue.
final class TypedPendingCommand<C: JournalCommand>: PendingCommand, @unchecked Sendable {
    typealias Completion = @Sendable (Result<Committed<C.Answer>, JournalError>) -> Void

    private let command: C
    private let completion: Completion
    private var answer: C.Answer?

    init(_ command: C, by: String, completion: @escaping Completion) {
        self.command = command
        self.completion = completion
        super.init(by: by)
    }

    override func decide(in state: StagedState, at now: Timestamp) throws(JournalError) -> [ProposedEvent] {
        let facts: C.Facts
        do throws(ProjectionError) {
            facts = try self.command.facts(in: state, at: now)
        } catch {
            throw .storage(.notWritten, reason: "\(error)")
        }
        do throws(Rejection) {
            let decision = try self.command.decide(facts, at: now)
            self.answer = decision.answer
            return decision.events
        } catch {
            throw .rejected(error)
        }
    }

    override func succeed(first: UInt64?, last: UInt64) {
        guard let answer = self.answer else { preconditionFailure("succeeded without a decision") }
        self.completion(.success(Committed(answer: answer, seq: last, firstSeq: first)))
    }

    override func fail(_ error: JournalError) {
        self.completion(.failure(error))
    }
}
