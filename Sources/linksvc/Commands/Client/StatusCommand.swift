import ArgumentParser
import JSON
import JSONRPC

/// `linksvc status`
struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Tell how the service is, or what its data directory holds while none runs.")

    @OptionGroup
    var client: ClientOptions

    func run() async throws {
        let service = try self.client.service()
        let status: JSONDocument
        if let online = try await self.online(service) {
            status = online
        } else {
            status = try await self.offline(service)
        }
        try StandardOutput.print(self.client.json ? status.bytes : Array(StatusText.text(status.root).utf8))
    }

    private func online(_ service: ServiceCaller) async throws -> JSONDocument? {
        guard let client = try await service.connect() else { return nil }
        do {
            let status = try await client.call("status", params: Array("{}".utf8))
            await client.close()
            return status
        } catch {
            await client.close()
            throw ServiceCaller.told(error)
        }
    }

    private func offline(_ service: ServiceCaller) async throws -> JSONDocument {
        guard case .directory(let path) = service.place else {
            StandardError.print("linksvc: \(service.unreachable)")
            throw ExitStatus.unavailable.exit
        }
        StandardError.print("linksvc: \(service.unreachable)")
        return try await Self.offlineStatus.status(of: path)
    }
}
