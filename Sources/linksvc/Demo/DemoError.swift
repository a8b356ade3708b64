import HTTPTypes
import Hummingbird
import JSON
import JSONRPC
import NIOCore
import TelegramSimulator

/// Why a request of the page is not done, in a sentence that the page shows.
struct DemoError: Error, Equatable {
    let status: HTTPResponse.Status
    let message: String

    init(_ status: HTTPResponse.Status, _ message: String) {
        self.status = status
        self.message = message
    }

    /// What `error` means for the page.
    init(_ error: any Error) {
        switch error {
        case let error as DemoError: self = error
        case let error as RPCError: self.init(.unprocessableContent, RPCFailure(error).line)
        case let error as ClientError: self.init(.badGateway, "The service does not answer: \(error).")
        case let error as ActionRefusal: self.init(.conflict, Self.sentence(error))
        default: self.init(.internalServerError, "\(error)")
        }
    }

    static let refused = DemoError(.forbidden, "This server is for its own page, and for this machine.")

    static func invalid(_ name: String) -> DemoError {
        DemoError(.badRequest, "“\(name)” is missing, or not what it must be.")
    }

    var response: Response {
        let json = JSONWriter.object { $0.member("error", self.message) }
        return Response(
            status: self.status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json)))
    }

    private static func sentence(_ refusal: ActionRefusal) -> String {
        switch refusal {
        case .emptyText: "The text is empty."
        case .botIsBlocked: "The bot is blocked here."
        case .botIsNotBlocked: "The bot is not blocked here."
        case .botIsNotMember: "The bot is not in this group."
        case .botIsMember: "The bot is in this group already."
        case .unknownUser, .unknownGroup, .groupExists, .invalidID, .userIsDeactivated, .groupIsGone, .wrongGroupKind,
            .unknownMessage, .noSuchButton, .updatesArePending, .invalid, .tooMany:
            "The simulated Telegram refuses that: \(refusal)."
        }
    }
}
