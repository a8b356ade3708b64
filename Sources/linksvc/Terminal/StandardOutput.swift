#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Standard output: a command's result, nothing else.
enum StandardOutput {
    /// Writes `line` and a newline.
    ///
    /// - Throws: If standard output is full or broken, exit status 74 after telling why; if its reader has seen enough
    ///   (`| head`), exit status 0.
    static func print(_ line: String) throws {
        try self.print(line.utf8)
    }

    /// Writes a line of bytes, such as a record, and a newline.
    ///
    /// - Throws: As ``print(_:)-(String)``.
    static func print(_ line: some Sequence<UInt8>) throws {
        var bytes = Array(line)
        bytes.append(UInt8(ascii: "\n"))
        try self.write(bytes)
    }

    /// Writes `bytes` as they are, to `descriptor` in tests.
    ///
    /// - Throws: As ``print(_:)-(String)``.
    static func write(_ bytes: some Sequence<UInt8>, to descriptor: Int32 = 1) throws {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
            let code = errno
            if count >= 0 {
                rest = rest.dropFirst(count)
            } else if code == EPIPE {
                throw ExitStatus.success.exit
            } else if code != EINTR {
                StandardError.print("linksvc: cannot write to standard output: \(String(cString: strerror(code)))")
                throw ExitStatus.inputOutput.exit
            }
        }
    }
}

/// `write(2)`, which the enum's own method would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}
