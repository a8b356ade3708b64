import Glibc
import LevelDB
import Synchronization

/// A log in a LevelDB database, `log` in a data directory, with its head kept outside of it in the file `anchor`.
///
/// A write that fails is the end of the database handle: the log is opened again and looked at, in place.
package final class LevelDBEventLog: EventLog {
    /// What appending would meet.
    enum Phase {
        /// The normal case. Moves to `failed` when a write fails and the log cannot be opened again, to `closed` at
        /// the end.
        case open(LogWriter)
        /// Whether the last append was written is not known. Moves to `open` when the log can be opened again.
        case failed
        /// The end.
        case closed
        /// A private copy, for ever.
        case reading
    }

    let opener: LogOpener
    let phase: Mutex<Phase>
    private let published: Mutex<LogHead>
    private let database: Mutex<Database?>
    private let copy: PrivateCopy?

    /// Opens the log of a data directory.
    ///
    /// Hold the ``DataDirectoryLock`` of the directory meanwhile: LevelDB's own lock does not say who is in the way.
    ///
    /// - Throws: ``EventLogError/damaged(seq:file:reason:advice:)`` at any sign of a log that is not whole,
    ///   ``EventLogError/notFound(directory:)``, ``EventLogError/inUse(pid:command:)``, ``EventLogError/io(_:)``.
    package static func open(
        directory: String, mode: OpenMode, options: LogOptions = LogOptions(), disk: any LogDisk = SystemLogDisk()
    ) throws(EventLogError) -> LevelDBEventLog {
        let location = LogLocation(directory: directory)
        try LogCreator(location: location, options: options, disk: disk).createIfMissing(mode)
        let opener = LogOpener(location: location, options: options, disk: disk)
        let (log, anchor) = try opener.open()
        return LevelDBEventLog(opener, log, writer: LogWriter(log, anchor), copy: nil)
    }

    /// Opens a copy of the log of a data directory for reading, and changes nothing in the original. The copy, of
    /// which the tables are links, is made in a new directory below `directory`, which must be on the same file
    /// system for that, and goes away with the log. The original must not be open anywhere: hold its
    /// ``DataDirectoryLock``.
    ///
    /// - Throws: as ``open(directory:mode:options:disk:)``.
    package static func openPrivateCopy(
        of dataDirectory: String, in directory: String, options: LogOptions = LogOptions()
    ) throws(EventLogError) -> LevelDBEventLog {
        let original = LogLocation(directory: dataDirectory)
        try LogCreator(location: original, options: options, disk: SystemLogDisk()).createIfMissing(.existing)
        let copy = try PrivateCopy(of: original.log, in: directory)
        let location = LogLocation(directory: dataDirectory, log: copy.path)
        let opener = LogOpener(location: location, options: options, disk: SystemLogDisk())
        return LevelDBEventLog(opener, try opener.openForReading(), writer: nil, copy: copy)
    }

    private init(_ opener: LogOpener, _ log: OpenedLog, writer: sending LogWriter?, copy: PrivateCopy?) {
        self.opener = opener
        self.phase = Mutex(writer.map { .open($0) } ?? .reading)
        self.published = Mutex(log.head)
        self.database = Mutex(log.database)
        self.copy = copy
    }

    deinit {
        // Before the directory of a private copy goes.
        self.database.withLock { $0 = nil }
    }

    package var head: LogHead { self.published.withLock { $0 } }

    func publish(_ head: LogHead) { self.published.withLock { $0 = head } }

    func install(_ database: Database) { self.database.withLock { $0 = database } }

    func reader() throws(EventLogError) -> LogReader {
        guard let database = self.database.withLock({ $0 }) else { throw .closed }
        return LogReader(database: database, path: self.opener.location.log)
    }

    /// Lets go of the database and waits until those who still read from it have done so too. False if they take
    /// too long; then it is closed when they are through.
    func giveUpDatabase() -> Bool {
        guard var database = self.database.withLock({ $0.take() }) else { return true }
        for _ in 0..<self.opener.options.limits.closeMilliseconds {
            if isKnownUniquelyReferenced(&database) { return true }
            usleep(1_000)
        }
        return false
    }
}
