@testable import TelegramBot

extension ScriptedServer.Step {
    /// A whole HTTP answer.
    static func http(_ status: String, _ body: String, type: String = "application/json", headers: String = "") -> Self
    {
        .answer(
            "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(body.utf8.count)\r\n\(headers)\r\n\(body)"
        )
    }

    /// A success.
    static func ok(_ result: String) -> Self {
        .http("200 OK", #"{"ok":true,"result":\#(result)}"#)
    }

    /// An error of the Bot API's, on the wire as Telegram sends it.
    static func refusal(_ code: Int, _ description: String, parameters: String? = nil) -> Self {
        let more = parameters.map { #","parameters":\#($0)"# } ?? ""
        return .http("\(code) Whatever", #"{"ok":false,"error_code":\#(code),"description":"\#(description)"\#(more)}"#)
    }

    /// A proxy's error page.
    static func html(_ status: String) -> Self {
        .http(status, "<html><head><title>\(status)</title></head></html>", type: "text/html")
    }
}

/// A token for tests, with a secret long enough to be searched for.
func makeToken(_ text: String = "123456789:AAF-secret_secret_secret_secret12345") throws -> BotToken {
    try BotToken(text)
}

/// Runs `body` with a client of `url`, and shuts it down.
@discardableResult
func withClient<Result>(
    _ url: String, limits: BotClientLimits = BotClientLimits(), _ body: (BotClient) async throws -> Result
) async throws -> Result {
    let client = try BotClient(token: makeToken(), apiURL: url, limits: limits)
    do {
        let result = try await body(client)
        await client.shutDown()
        return result
    } catch {
        await client.shutDown()
        throw error
    }
}
