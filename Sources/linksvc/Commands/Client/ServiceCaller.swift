import ArgumentParser
import Foundation
import JSON
import JSONRPC

/// Calls a running service for a command, and says on standard error what went wrong.
struct ServiceCaller: Sendable {
    /// Where the service is.
    enum Place: Equatable, Sendable {
        /// Behind `rpc.sock` in this data directory.
        case directory(String)
        /// At this address.
        case address(Endpoint)
    }

    let place: Place

    init(_ place: Place) {
        self.place = place
    }

    /// Calls `method` over a connection of its own, and returns the result.
    ///
    /// - Parameter params: An object or an array, as JSON text on one line.
    /// - Throws: The exit status, after it told on standard error what is wrong.
    func call(
        _ method: String, _ params: [UInt8] = Array("{}".utf8), timeout: Duration = .seconds(60)
    ) async throws -> JSONDocument {
        try await self.connected { client in
            try await client.call(method, params: params, timeout: timeout)
        }
    }

    /// Connects, does `body`, and disconnects.
    ///
    /// - Throws: As ``call(_:_:timeout:)``.
    func connected<Result: Sendable>(_ body: (Client) async throws -> Result) async throws -> Result {
        guard let client = try await self.connect() else {
            StandardError.print("linksvc: \(self.unreachable)")
            throw ExitStatus.unavailable.exit
        }
        do {
            let result = try await body(client)
            await client.close()
            return result
        } catch {
            await client.close()
            throw Self.told(error)
        }
    }

    /// Connects, or gives nil if nobody is there.
    func connect() async throws -> Client? {
        do {
            return try await Client.connect(to: self.endpoint)
        } catch {
            guard self.isForbidden else { return nil }
            StandardError.print("linksvc: \(self.endpoint) belongs to another user")
            throw ExitStatus.notAllowed.exit
        }
    }

    private var endpoint: Endpoint {
        switch self.place {
        case .directory(let path): .unix(path: path + "/rpc.sock")
        case .address(let endpoint): endpoint
        }
    }

    /// What to say, and what to do, if nobody answers.
    var unreachable: String {
        switch self.place {
        case .directory(let path):
            "no linksvc is serving \(path); start it with: linksvc serve --data-dir \(path)"
        case .address(let endpoint):
            "no linksvc answers at \(endpoint); start it with: linksvc serve"
        }
    }

    private var isForbidden: Bool {
        guard case .directory(let path) = self.place else { return false }
        let files = FileManager.default
        return files.fileExists(atPath: path + "/rpc.sock") && !files.isWritableFile(atPath: path + "/rpc.sock")
            || files.fileExists(atPath: path) && !files.isExecutableFile(atPath: path)
    }

    /// Tells on standard error what `error` is, and returns the exit status to throw.
    static func told(_ error: any Error) -> any Error {
        switch error {
        case let error as RPCError:
            let failure = RPCFailure(error)
            StandardError.print("linksvc: \(failure.line)")
            return failure.status.exit
        case let exit as ExitCode:
            return exit
        case ClientError.closed(let reason?):
            return Self.told(reason)
        case is CancellationError:
            return ExitStatus.interrupted.exit
        default:
            StandardError.print(
                "linksvc: there was no answer (\(error)); whether the call was done is not known"
            )
            return ExitStatus.unavailable.exit
        }
    }
}
