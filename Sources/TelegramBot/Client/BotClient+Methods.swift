import JSON

extension BotClient {
    /// Who this bot is.
    package func getMe() async throws(BotFailure) -> BotIdentity {
        let result = try await self.call("getMe")
        guard let identity = BotIdentity(result) else { throw .notJSON(status: 200, retryAfterSeconds: nil) }
        return identity
    }

    /// The next updates, oldest first, as soon as there are any or after `timeout`.
    ///
    /// An `offset` confirms every update below it, for good: pass one only when those are safely stored.
    package func getUpdates(
        offset: Int64?, limit: Int, timeout: Duration, allowedUpdates: [String]
    ) async throws(BotFailure) -> [UpdateBody] {
        let body = BotRequestBody.object { writer in
            writer.member("offset", offset)
            writer.member("limit", limit)
            writer.member("timeout", timeout.components.seconds)
            writer.member("allowed_updates", allowedUpdates)
        }
        let result = try await self.call("getUpdates", body, within: timeout + self.limits.pollSlack)
        return result.elements.map(UpdateBody.init)
    }

    /// Confirms every update below `offset`, within `timeout`, even when the task is cancelled.
    package func confirmUpdates(below offset: Int64, within timeout: Duration) async throws(BotFailure) {
        let body = BotRequestBody.object { writer in
            writer.member("offset", offset)
            writer.member("limit", 1)
            writer.member("timeout", 0)
        }
        _ = try await self.call("getUpdates", body, within: timeout, cancellation: .isIgnored)
    }

    /// Sets the webhook to `settings`. That succeeds without any proof that the address can be reached.
    package func setWebhook(_ settings: WebhookSettings) async throws(BotFailure) {
        _ = try await self.call("setWebhook", settings.body)
    }

    /// Deletes the webhook, within `timeout`, even when the task is cancelled. Updates that wait are kept.
    package func deleteWebhook(within timeout: Duration? = nil) async throws(BotFailure) {
        _ = try await self.call("deleteWebhook", within: timeout, cancellation: .isIgnored)
    }

    /// What Telegram knows of the webhook. It never tells the secret.
    package func getWebhookInfo() async throws(BotFailure) -> WebhookInfo {
        WebhookInfo(try await self.call("getWebhookInfo"), clean: self.clean)
    }

    /// Sets the commands that clients offer, for users of `languageCode` or for all others.
    package func setMyCommands(_ commands: [BotCommand], languageCode: String? = nil) async throws(BotFailure) {
        let body = BotRequestBody.object { writer in
            writer.name("commands")
            writer.beginArray()
            for command in commands {
                writer.beginObject()
                writer.member("command", command.name)
                writer.member("description", command.description)
                writer.endObject()
            }
            writer.endArray()
            writer.member("language_code", languageCode)
        }
        _ = try await self.call("setMyCommands", body)
    }

    /// Tells Telegram that a tap on a button was seen, so that the client stops showing progress.
    package func answerCallbackQuery(id: String, text: String? = nil) async throws(BotFailure) {
        let body = BotRequestBody.object { writer in
            writer.member("callback_query_id", id)
            writer.member("text", text)
        }
        _ = try await self.call("answerCallbackQuery", body)
    }

    /// Sends a message, once, and tells what is known of it afterwards.
    package func sendMessage(_ message: OutgoingMessage) async -> SendOutcome {
        do throws(BotFailure) {
            let result = try await self.call("sendMessage", .json(message.body))
            guard let messageID = result["message_id"]?.int64 else {
                return .lost(description: "answer without message_id")
            }
            return .sent(messageID: messageID)
        } catch {
            return SendOutcome(error)
        }
    }
}
