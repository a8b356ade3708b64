import LevelDB

/// Makes an empty log where there is no trace of an earlier one.
///
/// The anchor comes first and the database is made under another name, so that after a crash at any instant either
/// there is no directory `log`, and an anchor that vouches for nothing, or all is there.
struct LogCreator {
    let location: LogLocation
    let options: LogOptions
    let disk: any LogDisk

    private static let advice = "Nothing was changed. Restore log and anchor from a backup."

    /// - Throws: ``EventLogError/damaged(seq:file:reason:advice:)`` at any sign of an earlier log that is not there,
    ///   ``EventLogError/notFound(directory:)`` if `mode` does not allow to make one.
    func createIfMissing(_ mode: OpenMode) throws(EventLogError) {
        let traces = try self.location.traces()
        if traces.hasLog { return }
        switch traces.anchor {
        case .unreadable: throw self.damage("the log is missing and the anchor cannot be read")
        case .valid(let slot, _, _) where slot.anchor.hasRecords:
            throw self.damage("the log is missing; the anchor says that it reached seq \(slot.anchor.head.seq)")
        case .missing, .valid: break
        }
        switch mode {
        case .existing: throw .notFound(directory: self.location.directory)
        case .createIfEmpty: try self.create(traces)
        }
    }

    private func create(_ traces: LogLocation.Traces) throws(EventLogError) {
        let directory = self.location.directory
        if let name = self.options.tracesOfEarlierLog.first(where: { FileSystem.exists(directory + "/" + $0) }) {
            throw self.damage("the log is missing, but there is \"\(name)\", which comes from one")
        }
        try FileSystem.makeDirectory(directory)
        // Its own name must last too; a parent that may not be read has to do without.
        try? FileSystem.syncDirectory(directory + "/..")
        if case .missing = traces.anchor { try AnchorFile.create(self.location.anchor) }
        let draft = self.location.log + ".new"
        FileSystem.removeDirectory(draft)
        try FileSystem.makeDirectory(draft)
        try self.createDatabase(draft)
        try FileSystem.syncDirectory(draft)
        try FileSystem.rename(draft, to: self.location.log)
        try FileSystem.syncDirectory(directory)
    }

    private func createDatabase(_ path: String) throws(EventLogError) {
        var options = self.options.database
        options.createIfMissing = true
        options.errorIfExists = true
        do throws(LevelDBError) {
            _ = try self.disk.open(path: path, options: options)
        } catch {
            throw .io("cannot make a log in \(path): \(error.message)")
        }
    }

    private func damage(_ reason: String) -> EventLogError {
        .damaged(seq: 1, file: self.location.log, reason: reason, advice: Self.advice)
    }
}
