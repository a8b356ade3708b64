import Synchronization

extension LevelDBEventLog {
    package func append(_ records: [Record]) throws(EventLogError) -> LogHead {
        try self.phase.withLock { (phase) throws(EventLogError) -> LogHead in
            let writer = try self.writer(&phase)
            let before = writer.head
            let plan = try writer.plan(records, self.opener.options.limits)
            guard plan.head != before else { return before }
            if let reason = try self.write(plan, with: writer) {
                return try self.resolve(plan.head, before: before, reason, &phase)
            }
            self.publish(plan.head)
            return plan.head
        }
    }

    package func recover() throws(EventLogError) -> LogHead {
        try self.phase.withLock { (phase) throws(EventLogError) -> LogHead in try self.writer(&phase).head }
    }

    package func settle() throws(EventLogError) {
        try self.phase.withLock { (phase) throws(EventLogError) in
            switch phase {
            case .open(let writer): try writer.settle()
            case .failed, .closed: throw .closed
            case .reading: break
            }
        }
    }

    package func close() throws(EventLogError) {
        try self.phase.withLock { (phase) throws(EventLogError) in
            let before = phase
            phase = .closed
            defer { _ = self.giveUpDatabase() }
            switch before {
            case .open(let writer): try writer.settle()
            case .failed, .closed, .reading: break
            }
        }
    }

    /// The writer of the open log. After a failure, opens the log again first.
    private func writer(_ phase: inout Phase) throws(EventLogError) -> LogWriter {
        switch phase {
        case .open(let writer): return writer
        case .closed: throw .closed
        case .reading: throw .readOnly
        case .failed:
            do throws(EventLogError) {
                return try self.reopen(&phase)
            } catch {
                throw .unknown(reason: "the log cannot be opened again: \(error)")
            }
        }
    }

    /// A function of its own so that it lets go of the database before anything else happens.
    private func write(_ plan: LogWriter.Plan, with writer: LogWriter) throws(EventLogError) -> String? {
        writer.write(plan, to: try self.reader().database, self.opener.disk)
    }

    /// After a failed write: looks what came of it.
    private func resolve(
        _ planned: LogHead, before: LogHead, _ reason: String, _ phase: inout Phase
    ) throws(EventLogError) -> LogHead {
        phase = .failed
        let head: LogHead
        do throws(EventLogError) {
            head = try self.reopen(&phase).head
        } catch {
            throw .unknown(reason: "\(reason); the log cannot be opened again: \(error)")
        }
        if head == planned { return head }
        if head == before { throw .notWritten(reason: reason) }
        throw .unknown(reason: "\(reason); the log ends at \(head) now")
    }

    /// Opens the log again with a new handle. It ends with the planned group or with the one before, and so does the
    /// anchor.
    private func reopen(_ phase: inout Phase) throws(EventLogError) -> LogWriter {
        guard self.giveUpDatabase() else { throw .io("the log is still being read") }
        let (log, anchor) = try self.opener.open()
        let writer = LogWriter(log, anchor)
        self.install(log.database)
        phase = .open(writer)
        self.publish(log.head)
        return writer
    }
}
