import Foundation

/// Where the demo's data is: a directory that was named and is kept, or one of the demo's own that is removed.
struct DemoDirectory: Sendable {
    let path: String
    let isTemporary: Bool

    /// - Throws: `CocoaError` if no temporary directory can be made.
    init(named path: String?) throws {
        if let path {
            self.path = URL(fileURLWithPath: path).path
            self.isTemporary = false
            return
        }
        let name = "linksvc-demo-" + String(UInt32.random(in: 0x1000_0000...UInt32.max), radix: 16)
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        // It fails if somebody has made it already.
        try FileManager.default.createDirectory(
            at: directory, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        self.path = directory.path
        self.isTemporary = true
    }

    /// Removes what is temporary.
    func remove() {
        guard self.isTemporary else { return }
        do {
            try FileManager.default.removeItem(atPath: self.path)
        } catch {
            StandardError.print("linksvc: \(self.path) was not removed: \(error.localizedDescription)")
        }
    }
}
