internal import HTTPTypes
internal import Hummingbird
internal import Linking
internal import Logging
internal import NIOCore
internal import TelegramBot

/// Where Telegram delivers updates: 200 means that the update is on disk.
struct WebhookRoute: Sendable {
    /// Telegram's own limit is half of it.
    static let bodyBytesMax = 1_024 * 1_024
    private static let secretHeader = HTTPField.Name(WebhookSecret.headerName)
    private static let forwardedHeader = HTTPField.Name("X-Forwarded-For")

    let core: ServiceCore
    let secret: WebhookSecret
    let filter: AddressFilter
    let status: ReceiverStatus

    func respond(to request: Request, _ context: ServiceRequestContext) async throws -> Response {
        guard self.isAdmitted(request, context) else { return Response(status: .forbidden) }
        guard self.secret.matches(Self.secretHeader.flatMap { request.headers[$0] }) else {
            return Response(status: .unauthorized)
        }
        guard let bot = self.core.knownBot else { return Response(status: .serviceUnavailable) }
        let buffer = try await request.body.collect(upTo: Self.bodyBytesMax)
        guard let body = UpdateBody([UInt8](buffer.readableBytesView)) else { return Response(status: .badRequest) }
        do {
            let command = try self.core.intake(as: bot).command(for: body)
            _ = try await self.core.journal.perform(command, by: "telegram")
        } catch {
            self.core.logger.error("an update was not recorded", metadata: ["error": "\(error)"])
            return Response(status: .serviceUnavailable)
        }
        self.status.received(1)
        return Response(status: .ok)
    }

    private func isAdmitted(_ request: Request, _ context: ServiceRequestContext) -> Bool {
        guard !self.filter.allowed.isEmpty else { return true }
        let peer = context.peer?.ipAddress.flatMap { IPAddress($0) }
        let forwarded = Self.forwardedHeader.map { request.headers[values: $0] } ?? []
        return self.filter.admits(peer: peer, forwardedFor: forwarded)
    }
}
