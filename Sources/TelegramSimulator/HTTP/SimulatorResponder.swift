import Hummingbird

/// Sends each request to the API it is for.
struct SimulatorResponder: HTTPResponder {
    private let bot: BotEndpoint
    private let control: ControlEndpoint

    init(simulator: Simulator) {
        self.bot = BotEndpoint(simulator: simulator)
        self.control = ControlEndpoint(simulator: simulator)
    }

    func respond(to request: Request, context: ConnectionContext) async throws -> Response {
        let target = request.head.path ?? "/"
        let path = target.prefix { $0 != "?" }
        let query = path.endIndex == target.endIndex ? nil : target[target.index(after: path.endIndex)...]
        if path.hasPrefix("/bot") { return await self.bot.respond(to: request, path: path, query: query, context) }
        if path == "/control" || path.hasPrefix("/control/") {
            return await self.control.respond(to: request, path: path, query: query)
        }
        return Response(.notFound)
    }
}
