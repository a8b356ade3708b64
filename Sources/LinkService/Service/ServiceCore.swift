package import EventLog
internal import JSONRPC
package import Linking
package import Logging
internal import NIOPosix
internal import Synchronization

/// What the methods, the receivers and the status page have in common.
package final class ServiceCore: Sendable {
    let journal: Journal
    let log: any EventLog
    let tokenWaiters: TokenWaiters
    let replies: Replies
    let tokenTTLSeconds: Int64
    let registration: RegistrationOptions?
    let clock: WallClock
    let logger: Logger
    private let created: Mutex<LogCreated?>
    private let rebuilding: Rebuilding
    private let describe: Mutex<(@Sendable () -> ServiceStatus?)?> = Mutex(nil)

    package init(
        journal: Journal, log: any EventLog, projections: ProjectionDirectory, options: ServiceOptions,
        clock: WallClock = .system, logger: Logger
    ) {
        self.journal = journal
        self.log = log
        self.tokenWaiters = TokenWaiters()
        self.replies = options.replies
        self.tokenTTLSeconds = options.tokenTTLSeconds
        self.registration = options.registration
        self.clock = clock
        self.logger = logger
        self.created = Mutex(nil)
        self.rebuilding = Rebuilding(journal: journal, log: log, directory: projections)
        journal.observe(self.tokenWaiters)
    }

    /// The projections of this moment.
    var store: ProjectionStore { self.journal.store }

    /// The bot.
    ///
    /// - Throws: -32050 as long as the first start has not learned it from Telegram.
    func bot() throws(RPCError) -> BotProfile {
        guard let bot = self.knownBot else { throw .starting }
        return bot
    }

    /// The bot, if it is known.
    package var knownBot: BotProfile? { self.created.withLock { $0 }.map { BotProfile($0) } }

    /// The log's own id, if there is a log yet.
    package var logID: String? { self.created.withLock { $0?.logID } }

    /// From now on calls are answered.
    ///
    /// - Parameter created: the log's first event.
    package func begin(_ created: LogCreated) {
        self.created.withLock { $0 = created }
    }

    /// Says where `status` learns what the receiver and the dispatcher are doing.
    package func describeStatus(_ describe: @escaping @Sendable () -> ServiceStatus?) {
        self.describe.withLock { $0 = describe }
    }

    package func status() -> ServiceStatus {
        let describe = self.describe.withLock { $0 }
        return describe?() ?? ServiceStatus(log: self.log, bot: self.knownBot, store: self.store)
    }

    /// What makes commands of updates, over the projections of this moment.
    func intake(as bot: BotProfile) -> UpdateIntake {
        UpdateIntake(
            store: self.store, botUsername: bot.username, replies: self.replies, registration: self.registration,
            clock: self.clock)
    }

    /// Reads projections for a call.
    func reading<Value>(_ read: () throws(ProjectionError) -> Value) throws(RPCError) -> Value {
        do throws(ProjectionError) {
            return try read()
        } catch {
            self.logger.error("projections cannot be read", metadata: ["error": "\(error)"])
            throw .storageFailed(.notWritten)
        }
    }

    /// Does `work` on a thread that may wait for the disk.
    func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws(RPCError) -> Value
    ) async throws(RPCError) -> Value {
        let result: Result<Value, RPCError>
        do {
            result = try await NIOThreadPool.singleton.runIfActive {
                do throws(RPCError) {
                    return .success(try work())
                } catch {
                    return .failure(error)
                }
            }
        } catch {
            throw .shuttingDown
        }
        return try result.get()
    }

    /// Regenerates the projections while everything else goes on.
    func rebuild(dryRun: Bool) async throws(RPCError) -> RebuildReport {
        do {
            return try await self.rebuilding.run(dryRun: dryRun)
        } catch let error as RPCError {
            throw error
        } catch JournalError.shuttingDown {
            throw .shuttingDown
        } catch {
            self.logger.error("rebuild failed", metadata: ["error": "\(error)"])
            throw .storageFailed(.notWritten)
        }
    }

    /// How far a rebuild is; nil when there is none.
    package var rebuildProgress: (seq: UInt64, head: UInt64)? { self.rebuilding.progress }
}

extension RPCError {
    static let starting = RPCError.make(
        code: RPCError.overloaded.code, message: RPCError.overloaded.message, name: "OVERLOADED", retryable: true,
        hint: "The service has not reached Telegram yet, so it does not know its bot. Try again.")
}
