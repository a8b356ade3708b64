import EventLog
import Foundation
import JSON
import JSONRPC
import LinkService

/// Where a command reads the log: through the service that has it open, or in the directory if none has.
enum RecordSource: Sendable {
    case online(ServiceCaller)
    case offline(OfflineData)

    /// Finds the service of the data directory, or opens the directory.
    ///
    /// - Throws: the exit status, after telling why.
    static func open(_ options: ClientOptions, command: String) async throws -> RecordSource {
        let caller = try options.service()
        if let client = try await caller.connect() {
            await client.close()
            return .online(caller)
        }
        guard case .directory(let directory) = caller.place else {
            StandardError.print("linksvc: \(caller.unreachable)")
            throw ExitStatus.unavailable.exit
        }
        do {
            return .offline(try OfflineData(directory: directory, command: command))
        } catch {
            throw ServiceFailure(error).told()
        }
    }

    /// The head of the log.
    func head() async throws -> LogHead {
        switch self {
        case .offline(let data): return data.log.head
        case .online(let caller):
            let status = try await caller.call("status").root
            guard let seq = status["head"]?["seq"]?.uint64, let root = status["head"]?["root"]?.string,
                let head = LogHead("\(seq):\(root)")
            else { throw UnreadableAnswer(method: "status") }
            return head
        }
    }

    /// Calls `body` with each record from `from` to `through`, in order, until it says false.
    func forEach(
        from: UInt64, through: UInt64, filter: EventQuery, _ body: (UnsafeRawBufferPointer) throws -> Bool
    ) async throws {
        switch self {
        case .offline(let data):
            try data.log.forEach(from: from, through: through) { _, bytes in
                try filter.matches(bytes) ? try body(bytes) : true
            }
        case .online(let caller):
            // What `body` finds wrong with a record is no failure of the call.
            let found: EventLogError? = try await caller.connected { client in
                do {
                    try await Self.forEach(from: from, through: through, filter: filter, client, body)
                    return nil
                } catch let error as EventLogError {
                    return error
                }
            }
            if let found { throw found }
        }
    }

    private static func forEach(
        from: UInt64, through: UInt64, filter: EventQuery, _ client: Client,
        _ body: (UnsafeRawBufferPointer) throws -> Bool
    ) async throws {
        var next = from
        while next <= through {
            let page = try await client.call(
                "readEvents", params: filter.parameters(from: next), timeout: .seconds(60)
            ).root
            guard let events = page["events"], let following = page["next"]?.uint64, following > next else { return }
            for event in events.elements {
                guard event["seq"]?.uint64.map({ $0 <= through }) ?? false else { return }
                guard try event.text.withUnsafeBytes({ try body($0) }) else { return }
            }
            next = following
        }
    }
}

/// The service answered something that this command cannot read.
struct UnreadableAnswer: Error, CustomStringConvertible {
    let method: String
    var description: String { "the service's answer to \(self.method) is not what this linksvc understands" }
}
