import ArgumentParser
import JSON

/// `linksvc call METHOD [JSON]`
struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call any JSON-RPC method and print its result.",
        discussion: "For example: linksvc call getToken '{\"tokenId\":\"…\"}'")

    @Argument(help: "The method's name.")
    var method: String

    @Argument(help: "Its parameters: an object or an array; - reads them from standard input.")
    var parameters: String?

    @Option(help: ArgumentHelp("How long to wait for the answer.", valueName: "seconds"))
    var timeout = 120

    @OptionGroup
    var client: ClientOptions

    func run() async throws {
        let parameters = try JSONArgument.read(self.parameters ?? "{}", "the second argument")
        guard parameters.kind == .object || parameters.kind == .array else {
            throw ValidationError("the parameters are neither an object nor an array")
        }
        let result = try await self.client.service().call(
            self.method, parameters.minified, timeout: .seconds(self.timeout))
        try StandardOutput.print(result.bytes)
    }
}
