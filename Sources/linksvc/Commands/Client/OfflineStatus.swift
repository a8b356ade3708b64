import JSON

/// Tells what can be known of a data directory that no service has open.
protocol OfflineStatus: Sendable {
    /// An object of the shape that the RPC method `status` gives, as far as it is known; `serving` is false in it.
    ///
    /// - Throws: An exit status, after telling on standard error why.
    func status(of dataDirectory: String) async throws -> JSONDocument
}

extension StatusCommand {
    /// What `status` asks when no service answers.
    static let offlineStatus: any OfflineStatus = DirectoryStatus()
}
