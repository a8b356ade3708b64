/// Whether opening a log may make one.
package enum OpenMode: Sendable {
    /// There must be one.
    case existing
    /// Makes one where there is no trace of an earlier one, and nowhere else.
    case createIfEmpty
}
