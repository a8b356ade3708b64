import ArgumentParser
import EventLog
import Foundation
import JSONRPC
import LinkService
import NIOCore

/// Why the service or an offline command ended: what to say, and the exit status.
struct ServiceFailure {
    let message: String
    let status: ExitStatus

    init(_ error: any Error) {
        switch error {
        case let error as EventLogError: (self.message, self.status) = Self.describe(error)
        case let error as EventCodecError: (self.message, self.status) = ("\(error)", .damagedData)
        case let error as ProjectionError: (self.message, self.status) = ("\(error)", .inputOutput)
        case let error as TelegramService.WrongBot: (self.message, self.status) = ("\(error)", .configuration)
        case let error as ServerError: (self.message, self.status) = ("\(error)", .configuration)
        case let error as IOError: (self.message, self.status) = (error.description, .configuration)
        case let error as CocoaError: (self.message, self.status) = (error.localizedDescription, .inputOutput)
        default: (self.message, self.status) = ("\(error)", .bug)
        }
    }

    /// Says it on standard error; the exit status, to be thrown.
    func told() -> ExitCode {
        StandardError.print("linksvc: \(self.message)")
        return self.status.exit
    }

    private static func describe(_ error: EventLogError) -> (String, ExitStatus) {
        switch error {
        case .damaged: ("\(error)", .damagedData)
        case .inUse: ("the data directory is \(error)", .tryAgain)
        case .notFound: ("\(error); linksvc serve makes one", .noInput)
        case .beyondHead: ("\(error)", .negative)
        case .notWritten, .unknown, .tooLarge, .io: ("\(error)", .inputOutput)
        case .notNext, .readOnly, .closed: ("\(error)", .bug)
        }
    }
}
