import HTTPTypes
import Hummingbird
import NIOCore

/// The Bot API over HTTP.
struct BotEndpoint: Sendable {
    let simulator: Simulator

    func respond(
        to request: Request, path: Substring, query: Substring?, _ context: ConnectionContext
    ) async -> Response {
        guard request.method == .get || request.method == .post else {
            return Response(status: .notImplemented, headers: [.connection: "close"])
        }
        guard let path = BotPath(path), path.isTokenWellFormed else { return Response(.notFound) }
        guard path.token == self.simulator.configuration.token else { return Response(.unauthorized) }
        guard let body = try? await request.body.collect(upTo: SimulatorLimits.bodyBytesMax) else {
            return Response(status: .contentTooLarge, headers: [.connection: "close"])
        }
        let parameters = Parameters(
            query: query, contentType: request.headers[.contentType] ?? "", body: Array(body.readableBytesView))
        let method = path.method.isEmpty ? parameters.lenientText("method") : path.method
        return await self.respond(to: method, parameters, context)
    }

    private func respond(
        to method: String, _ parameters: Parameters, _ context: ConnectionContext
    ) async -> Response {
        let chat = parameters.has("chat_id") ? parameters.int("chat_id") : nil
        switch self.simulator.update({ $0.admit(method: method, chat: chat) }) {
        case .error(let code, let description, let migrateToChatID):
            return Response(APIError(code, description, migrateToChatID: migrateToChatID))
        case .tooManyRequests(let seconds): return Response(.tooManyRequests(seconds))
        case .restart: return Response(APIError(500, "Internal Server Error: restart"))
        case .badGateway: return Response(APIError(502, "Bad Gateway"))
        case .badGatewayHTML: return Self.badGatewayPage
        case .resetBefore: return await context.reset()
        case .resetAfter:
            self.note(.reset, await self.simulator.call(method, parameters))
            return await context.reset()
        case .slow(let delay):
            let result = await self.simulator.call(method, parameters)
            try? await self.simulator.clock.sleep(delay)
            return self.answer(result, context)
        case nil: return self.answer(await self.simulator.call(method, parameters), context)
        }
    }

    private func answer(_ result: Result<MethodResult, APIError>, _ context: ConnectionContext) -> Response {
        self.note(context.isOpen ? .answered : .lost, result)
        switch result {
        case .success(let success): return Response(json: success.json)
        case .failure(let error): return Response(error)
        }
    }

    private func note(_ answer: TakenMessage.Answer, _ result: Result<MethodResult, APIError>) {
        if case .success(let success) = result, let taken = success.taken {
            self.simulator.note(answer, for: taken)
        }
    }

    /// What the proxy in front of Telegram's servers answers when they are away.
    private static var badGatewayPage: Response {
        let page = """
            <html>\r
            <head><title>502 Bad Gateway</title></head>\r
            <body>\r
            <center><h1>502 Bad Gateway</h1></center>\r
            <hr><center>nginx/1.18.0</center>\r
            </body>\r
            </html>\r

            """
        return Response(
            status: .badGateway, headers: [.contentType: "text/html"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: page)))
    }
}
