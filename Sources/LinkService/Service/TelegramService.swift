internal import EventLog
internal import JSONRPC
internal import Linking
internal import Logging
internal import ServiceLifecycle
internal import TelegramBot

/// Everything that talks to Telegram: learns which bot this is, then receives and sends until the service stops.
package struct TelegramService {
    /// Whose log this is, and Telegram says the token is another bot's.
    package struct WrongBot: Error, CustomStringConvertible {
        let log: BotProfile
        let token: BotProfile
        package var description: String {
            """
            TELEGRAM_TOKEN is the token of @\(self.token.username) (\(self.token.id)), but this data directory is \
            the log of @\(self.log.username) (\(self.log.id)): use that bot's token, or another LINKSVC_DATA_DIR
            """
        }
    }

    /// The calls to Telegram that are under way when the service stops have this long to be answered.
    static let stopGrace = Duration.seconds(4)

    let core: ServiceCore
    let client: BotClient
    let dispatcher: Dispatcher
    let receiver: Receiver
    let logger: Logger
    /// The log's first event, if there is a log already.
    let created: LogCreated?
    /// Called once, when calls are answered.
    let onReady: @Sendable (BotProfile) async -> Void

    func run() async throws {
        let created: LogCreated
        if let known = self.created {
            created = known
        } else {
            guard let bot = await cancelWhenGracefulShutdown({ await self.learnBot() }) else { return }
            created = try await self.createLog(of: bot)
        }
        let bot = BotProfile(created)
        self.core.begin(created)
        // First hear of new ones, then look for old ones: one requested in between comes twice, and not never.
        self.core.journal.observe(self.dispatcher)
        self.dispatcher.resume(try self.core.journal.unfinishedNotifications())
        await self.onReady(bot)
        // Nothing is received for this log, or sent from it, by another bot.
        guard try await cancelWhenGracefulShutdown({ try await self.checkBot(bot) }) else { return }
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await cancelWhenGracefulShutdown { await self.registerCommands() } }
            group.addTask { await self.receiver.run(as: bot, core: self.core) }
            group.addTask {
                await withGracefulShutdownHandler {
                    await self.dispatcher.run()
                } onGracefulShutdown: {
                    self.dispatcher.stop(within: Self.stopGrace)
                }
            }
        }
    }

    /// Asks Telegram until it answers. Nil when the service stops first.
    private func learnBot() async -> BotProfile? {
        var backoff = Backoff()
        while !Task.isCancelled {
            do throws(BotFailure) {
                let identity = try await self.client.getMe()
                return BotProfile(id: identity.id, username: identity.username)
            } catch {
                self.logger.warning("Telegram does not say which bot this is", metadata: ["error": "\(error)"])
                let wait = backoff.wait(after: error, random: .random(in: 0..<1))
                self.receiver.status.failed(
                    "\(error)", failures: backoff.failures, isUnauthorized: error.isUnauthorized, wait: wait)
                try? await Task.sleep(for: wait)
            }
        }
        return nil
    }

    private func createLog(of bot: BotProfile) async throws -> LogCreated {
        let logID = CodeID.fresh(at: self.core.clock.now()).description
        let created = LogCreated(logID: logID, botID: bot.id, botUsername: bot.username, format: 0)
        _ = try await self.core.journal.perform(InitializeLog(created: created), by: "service")
        self.logger.info("log created", metadata: ["log": "\(logID)", "bot": "@\(bot.username)"])
        return created
    }

    /// Compares the bot of the log with that of the token, once Telegram can be reached. False when the service stops
    /// first.
    private func checkBot(_ bot: BotProfile) async throws -> Bool {
        guard let token = await self.learnBot() else { return false }
        guard token.id == bot.id else { throw WrongBot(log: bot, token: token) }
        return true
    }

    private func registerCommands() async {
        for language in [nil] + Replies.languages.map(Optional.some) {
            let commands = Replies.commands(language).map { BotCommand(name: $0.name, description: $0.description) }
            do throws(BotFailure) {
                try await self.client.setMyCommands(commands, languageCode: language)
            } catch {
                self.logger.warning("the bot's commands were not registered", metadata: ["error": "\(error)"])
            }
        }
    }
}

extension TelegramService: Service {}
