/// Why a projection could not be read or written. It never means that an event is lost: projections are rebuilt.
package enum ProjectionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is stored does not read back.
    case damaged(String)
    /// The disk or LevelDB refused.
    case failed(String)

    package var description: String {
        switch self {
        case .damaged(let what):
            "the projections are damaged (\(what)); they are rebuilt from the log at the next start"
        case .failed(let what): "the projections cannot be read or written: \(what)"
        }
    }
}
