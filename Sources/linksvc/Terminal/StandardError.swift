import Foundation

/// Standard error: everything that is not a command's result.
enum StandardError {
    /// Writes `line` and a newline. It never fails: there is nobody left to tell.
    static func print(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
    }

    /// Writes `text` as it is.
    static func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
