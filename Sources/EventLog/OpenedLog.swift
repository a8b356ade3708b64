import LevelDB

/// A database that was opened and found to be the log that the anchor vouches for.
struct OpenedLog {
    let database: Database
    let head: LogHead
    let frontier: MerkleFrontier
}
