import Linking

/// The dispatcher's decisions: news in, jobs out. A value without clock or I/O.
struct DispatchLoop {
    enum Job: Hashable {
        case attempt(NotificationID, requestSeq: UInt64)
        /// Record that an attempt from before the start was lost.
        case recordLoss(NotificationID, attempt: Int, requestSeq: UInt64)
        /// Find out whether Telegram accepts the token.
        case probe
    }

    enum Rest: Hashable {
        case untilSignal
        case until(Timestamp)
        /// Nothing more will be done.
        case over
    }

    struct Turn {
        var jobs: [Job] = []
        var notices: [DispatchNotice] = []
        var rest = Rest.untilSignal
    }

    private var queue: SendQueue
    private var breaker: Breaker
    private var totals = DispatcherStatus.Totals()
    private var lastError: DispatcherStatus.Trouble?
    private let retryAfterSecondsMax: Int

    init(_ settings: DispatcherSettings) {
        self.queue = SendQueue(settings.pacing)
        self.breaker = settings.breaker
        self.retryAfterSecondsMax = settings.retries.retryAfterSecondsMax
    }

    var status: DispatcherStatus {
        var status = DispatcherStatus()
        status.counts = self.queue.counts
        status.pausedUntil = self.queue.pausedUntil
        status.breaker = self.breaker.state
        status.lastError = self.lastError
        status.totals = self.totals
        return status
    }

    /// Takes in the news, and says what to do now and when to come again at the latest.
    mutating func turn(_ mail: [DispatchMail], _ phase: Dispatcher.Phase, at now: Timestamp) -> Turn {
        var turn = Turn()
        for item in mail { self.take(item, at: now, into: &turn) }
        switch phase {
        case .running:
            turn.rest = self.start(at: now, into: &turn)
        case .stopping(let deadline):
            let isOver = self.queue.counts.inFlight == 0 || now >= deadline
            turn.rest = isOver ? .over : .until(deadline)
        }
        return turn
    }

    private mutating func start(at now: Timestamp, into turn: inout Turn) -> Rest {
        switch self.breaker.next(at: now) {
        case .proceed: break
        case .idle: return .untilSignal
        case .wait(let until): return .until(until)
        case .probe:
            turn.jobs.append(.probe)
            return .untilSignal
        }
        while true {
            switch self.queue.next(at: now) {
            case .attempt(let id, _, let order): turn.jobs.append(.attempt(id, requestSeq: order))
            case .wait(let until): return .until(until)
            case .idle: return .untilSignal
            }
        }
    }

    private mutating func take(_ mail: DispatchMail, at now: Timestamp, into turn: inout Turn) {
        switch mail {
        case .enqueue(let notification):
            self.queue.enqueue(notification, at: now)
        case .adopt(let notification, let attempt, let requestSeq):
            self.queue.adopt(notification, at: now)
            turn.jobs.append(.recordLoss(notification.id, attempt: attempt, requestSeq: requestSeq))
        case .ended(let id):
            self.queue.cancel(id, at: now)
        case .moved(let old, let new):
            self.queue.moved(from: old, to: new, at: now)
        case .finished(let id, let report):
            self.finish(id, report, at: now, into: &turn)
        case .probed(let isAuthorized):
            self.breaker.probed(isAuthorized, at: now)
            if isAuthorized { turn.notices.append(.tokenAccepted) }
        case .journalFailed(let reason):
            self.totals.journalFailures += 1
            self.lastError = .init(at: now, text: reason)
        }
    }

    private mutating func finish(
        _ id: NotificationID, _ report: AttemptReport, at now: Timestamp, into turn: inout Turn
    ) {
        if let outcome = report.outcome { self.learn(from: outcome, of: id, at: now, into: &turn) }
        if report.isUnauthorized {
            let description = report.outcome?.trouble ?? ""
            if self.breaker.refused(at: now) { turn.notices.append(.tokenRefused(description: description)) }
        } else if report.outcome != nil {
            self.breaker.passed()
        }
        self.queue.finished(id, self.followUp(report, at: now), at: now)
    }

    private mutating func learn(
        from outcome: AttemptOutcome, of id: NotificationID, at now: Timestamp, into turn: inout Turn
    ) {
        self.totals.attempts += 1
        if let text = outcome.trouble { self.lastError = .init(at: now, text: text) }
        guard case .rateLimited(let seconds) = outcome else { return }
        self.totals.rateLimited += 1
        let wait = min(max(seconds, 0), self.retryAfterSecondsMax)
        let pausedBefore = self.queue.pausedUntil
        self.queue.blockChat(of: id, until: now.adding(seconds: Int64(wait)), at: now)
        guard let until = self.queue.pausedUntil, until != pausedBefore else { return }
        turn.notices.append(.botPaused(until: until))
    }

    private mutating func followUp(_ report: AttemptReport, at now: Timestamp) -> SendQueue.FollowUp {
        if let notYet = report.notYet {
            // The journal's clock is behind this one: no hurry.
            return .again(notBefore: max(notYet, now.adding(milliseconds: Self.notYetMilliseconds)))
        }
        switch report.state {
        case .queued:
            return .again(notBefore: now)
        case .deferred(let notBefore, _):
            self.totals.deferred += 1
            return .again(notBefore: notBefore)
        case .sent:
            self.totals.sent += 1
        case .failed:
            self.totals.failed += 1
        case .expired:
            self.totals.expired += 1
        case .uncertain:
            self.totals.uncertain += 1
        case .sending, .cancelled:
            break
        case nil:
            return report.outcome == nil ? .dropped : .done
        }
        return .done
    }

    private static let notYetMilliseconds: Int64 = 100
}
