/// Where the parts of a log lie.
struct LogLocation: Sendable {
    /// The data directory.
    let directory: String
    /// The database's directory.
    let log: String
    /// The anchor file.
    let anchor: String

    init(directory: String) {
        self.init(directory: directory, log: directory + "/log")
    }

    /// A copy of the database elsewhere, judged by the anchor in the data directory.
    init(directory: String, log: String) {
        self.directory = directory
        self.log = log
        self.anchor = directory + "/anchor"
    }

    /// What is there before anything is opened.
    struct Traces {
        /// Whether the database's directory holds anything.
        let hasLog: Bool
        let anchor: AnchorFile.Found
    }

    func traces() throws(EventLogError) -> Traces {
        let names = try FileSystem.names(in: self.log) ?? []
        return Traces(hasLog: !names.isEmpty, anchor: try AnchorFile.find(self.anchor))
    }
}
