import Linking
import TelegramBot

extension Dispatcher {
    /// Does a job and tells the loop what came of it.
    ///
    /// What the service stops in the middle of counts as ended for this run: the next start takes it from the log.
    func carryOut(_ job: DispatchLoop.Job) async {
        switch job {
        case .attempt(let id, let requestSeq):
            self.post([.finished(id, await self.attempt(id, requestSeq: requestSeq) ?? .ended)])
        case .recordLoss(let id, let attempt, let requestSeq):
            let lost = AttemptOutcome.lost(description: "service stopped while the message was being sent")
            let command = self.resolution(id, lost, attempt: attempt, attemptedSeq: requestSeq)
            self.post([.finished(id, AttemptReport(state: await self.resolve(command)?.state))])
        case .probe:
            self.post([.probed(isAuthorized: await self.sender.isAuthorized())])
        }
    }

    /// Attempts a message that is due. Returns nil when the service stops before the log knows what came of it.
    private func attempt(_ id: NotificationID, requestSeq: UInt64) async -> AttemptReport? {
        guard let permit = await self.permit(id) else { return nil }
        switch permit.answer {
        case .ended:
            return .ended
        case .notYet(let until):
            return AttemptReport(notYet: until)
        case .send(let chatID, let threadID, let attempt):
            let answer = await self.send(requestSeq, to: chatID, threadID: threadID)
            // Given up in the middle, not answered: it stays under way in the log, and the next start says so.
            if Task.isCancelled, case .lost = answer { return nil }
            let outcome = AttemptOutcome(answer)
            let command = self.resolution(id, outcome, attempt: attempt, attemptedSeq: permit.seq)
            guard let resolved = await self.resolve(command) else { return nil }
            var report = AttemptReport(outcome: outcome, state: resolved.state)
            if case .unauthorized = answer { report.isUnauthorized = true }
            return report
        }
    }

    /// Asks the journal for leave, until it answers. Returns nil when the service stops before.
    private func permit(_ id: NotificationID) async -> Committed<AttemptPermit>? {
        var isDoubtful = false
        var delay = self.settings.journalRetryMin
        while self.isRunning {
            do throws(JournalError) {
                let permit = try await self.journal.attempt(AttemptNotification(id: id))
                guard isDoubtful, permit.answer == .ended else { return permit }
                return try await self.withdraw(id) ?? permit
            } catch {
                switch error {
                case .rejected: return Committed(answer: .ended, seq: 0, firstSeq: nil)
                case .shuttingDown: return nil
                case .overloaded: break
                case .storage: isDoubtful = true
                }
                guard await self.pause(for: &delay, after: error) else { return nil }
            }
        }
        return nil
    }

    /// An attempt that was said to have failed may be in the log all the same, and nothing was sent: puts it off.
    ///
    /// - Returns: when to attempt it again; nil if it has ended.
    private func withdraw(_ id: NotificationID) async throws(JournalError) -> Committed<AttemptPermit>? {
        guard let notification = try await self.journal.notification(id), notification.state == .sending else {
            return nil
        }
        let outcome = AttemptOutcome(.notSent(description: "storage failed before the message was sent"))
        let command = self.resolution(
            id, outcome, attempt: notification.attempts, attemptedSeq: notification.requestSeq)
        let resolved = try await self.journal.resolve(command)
        guard case .deferred(let notBefore, _) = resolved.answer.state else { return nil }
        return Committed(answer: .notYet(until: notBefore), seq: resolved.seq, firstSeq: resolved.firstSeq)
    }

    private func send(_ requestSeq: UInt64, to chatID: ChatID, threadID: Int64?) async -> SendOutcome {
        guard !Task.isCancelled else { return .notSent(description: "the service stopped") }
        do {
            let message = try await self.messages.message(requestSeq: requestSeq)
            return await self.sender.send(OutgoingMessage(message, chatID: chatID, threadID: threadID))
        } catch {
            return .notSent(description: "the message cannot be read from the log: \(error)")
        }
    }

    private func resolution(
        _ id: NotificationID, _ outcome: AttemptOutcome, attempt: Int, attemptedSeq: UInt64
    ) -> ResolveAttempt {
        ResolveAttempt(
            id: id, attempt: attempt, outcome: outcome, attemptedSeq: attemptedSeq, policy: self.settings.retries,
            jitter: self.jitter())
    }

    /// Records an outcome, again and again until the journal takes it. Returns nil when the service stops before.
    private func resolve(_ command: ResolveAttempt) async -> ResolveAttempt.Answer? {
        var delay = self.settings.journalRetryMin
        while true {
            do throws(JournalError) {
                return try await self.journal.resolve(command).answer
            } catch {
                switch error {
                case .rejected: return ResolveAttempt.Answer(state: nil)
                case .shuttingDown: return nil
                case .overloaded, .storage: break
                }
                guard await self.pause(for: &delay, after: error) else { return nil }
            }
        }
    }

    /// Waits before the journal is asked again, each time twice as long. Returns false when the task is cancelled.
    private func pause(for delay: inout Duration, after error: JournalError) async -> Bool {
        self.post([.journalFailed(reason: "\(error)")])
        let moment = self.clock.now().adding(milliseconds: Int64(delay / .milliseconds(1)))
        delay = min(delay * 2, self.settings.journalRetryMax)
        do {
            try await self.clock.sleep(until: moment)
            return true
        } catch {
            return false
        }
    }
}
