import Cryptography
import EventLog
import Foundation
import JSON
import LinkService
import Linking

/// What a data directory tells about itself while no service has it open.
struct DirectoryStatus: OfflineStatus {
    func status(of dataDirectory: String) async throws -> JSONDocument {
        do {
            let data = try OfflineData(directory: dataDirectory, command: "linksvc status")
            let created = try data.created()
            let head = data.log.head
            return try JSONDocument(
                JSONWriter.object { writer in
                    writer.member("serving", false)
                    writer.member("version", ServiceStatus.version)
                    writer.member("logId", created?.logID)
                    if let created {
                        writer.name("bot")
                        writer.object {
                            $0.member("id", created.botID)
                            $0.member("username", created.botUsername)
                        }
                    }
                    writer.name("head")
                    writer.object {
                        $0.member("seq", head.seq)
                        $0.member("root", head.root.hex)
                    }
                })
        } catch {
            throw ServiceFailure(error).told()
        }
    }
}
