import ArgumentParser
import Foundation
import JSONRPC

/// The flags of every command that calls a running service.
struct ClientOptions: ParsableArguments {
    @Option(
        name: [.customLong("data-dir"), .customLong("linksvc-data-dir")],
        help: ArgumentHelp("The service's data directory, for rpc.sock in it. (default: ./data)", valueName: "dir"))
    var dataDirectory: String?

    @Option(help: ArgumentHelp("Call over TCP instead.", valueName: "host:port"))
    var rpc: String?

    @Flag(help: "Print the answer as JSON.")
    var json = false

    func validate() throws {
        guard let rpc, Self.tcpEndpoint(rpc) == nil else { return }
        throw ValidationError("--rpc \(rpc.debugDescription) is not an address; for example --rpc 127.0.0.1:7410")
    }

    /// The service to call. What settings there are is warned about by `serve`, not by each call.
    ///
    /// - Throws: Exit status 78, after it told why, if the data directory's setting cannot be read.
    func service(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws -> ServiceCaller {
        if let endpoint = self.rpc.flatMap(Self.tcpEndpoint) { return ServiceCaller(.address(endpoint)) }
        return ServiceCaller(.directory(try self.directory(environment: environment)))
    }

    /// The data directory: of `--data-dir`, `LINKSVC_DATA_DIR`, `.env`, or `./data`.
    ///
    /// - Throws: As ``service(environment:)``.
    func directory(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> String {
        var flags: [String: String] = [:]
        flags[SettingName.dataDirectory.rawValue] = self.dataDirectory
        do {
            return try SettingsReader.readLocal(flags: flags, environment: environment).settings.dataDirectory
        } catch {
            StandardError.print("\(error)")
            throw ExitStatus.configuration.exit
        }
    }

    /// `127.0.0.1:7410`, `[::1]:7410`, `localhost:7410`, or a port alone.
    static func tcpEndpoint(_ text: String) -> Endpoint? {
        let colon = text.lastIndex(of: ":")
        let host = colon.map { text[..<$0] } ?? "127.0.0.1"
        let digits = colon.map { text[text.index(after: $0)...] } ?? Substring(text)
        guard let port = try? ValueParser.port(String(digits)), port > 0 else { return nil }
        let isBracketed = host.first == "[" && host.last == "]"
        let bare = String(isBracketed ? host.dropFirst().dropLast() : host)
        guard (try? ValueParser.host(bare)) != nil, isBracketed == bare.contains(":") else { return nil }
        return .tcp(host: bare, port: port)
    }
}
