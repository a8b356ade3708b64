import Foundation

/// Standard output: a command's result, nothing else.
enum StandardOutput {
    /// Writes `line` and a newline.
    ///
    /// - Throws: If standard output is closed or full, exit status 74.
    static func print(_ line: String) throws {
        try self.write(Data((line + "\n").utf8))
    }

    /// Writes a line of bytes, such as a record, and a newline.
    ///
    /// - Throws: As ``print(_:)``.
    static func print(_ line: some Sequence<UInt8>) throws {
        try self.write(Data(Array(line) + [UInt8(ascii: "\n")]))
    }

    static func write(_ data: Data) throws {
        do {
            try FileHandle.standardOutput.write(contentsOf: data)
        } catch {
            StandardError.print("linksvc: cannot write to standard output: \(error)")
            throw ExitStatus.inputOutput.exit
        }
    }
}
