import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Writes whole lines to a file descriptor, and rather loses lines than waits for whoever does not read them.
///
/// The log of a service must not stop the service: a pipe that is full, or a terminal that is held, holds up a writer
/// for `patience` once, and from then on loses lines until it takes bytes again. How many were lost is then told.
final class LogOutput: Sendable {
    /// A longer line is cut here.
    static let lineBytesMax = 16 * 1024

    /// As many bytes as a pipe takes without blocking once `poll` called it writable (PIPE_BUF).
    private static let chunkBytes = 4_096

    private struct State {
        var lost: UInt64 = 0
        /// Whether the last line was left unfinished, so that the next one has to begin with a newline.
        var isMidLine = false
    }

    private let descriptor: Int32
    private let patience: Duration
    private let state = Mutex(State())

    /// Writes to `descriptor`, which stays the caller's.
    init(descriptor: Int32 = 2, patience: Duration = .milliseconds(50)) {
        self.descriptor = descriptor
        self.patience = patience
    }

    /// How many lines were lost since one was last written.
    var lostLines: UInt64 {
        self.state.withLock { $0.lost }
    }

    /// Writes `line`, which ends in a newline. Returns within `patience`, whether the line was written or lost.
    func write(_ line: [UInt8]) {
        var line = line
        if line.count > Self.lineBytesMax {
            line.replaceSubrange((Self.lineBytesMax - 4)..., with: Array("…\n".utf8))
        }
        self.state.withLock { state in
            let notice = state.lost == 0 ? [] : Array("(\(state.lost) log lines were lost: nobody read them)\n".utf8)
            let start: [UInt8] = state.isMidLine ? [UInt8(ascii: "\n")] : []
            // Somebody waited for this reader already: nobody else does.
            let patience = state.lost == 0 ? self.patience : .zero
            self.put(start + notice + line, patience: patience, &state)
        }
    }

    private func put(_ bytes: [UInt8], patience: Duration, _ state: inout State) {
        var written = 0
        while written < bytes.count {
            guard self.isWritable(within: patience) else { break }
            let count = bytes[written..<min(bytes.count, written + Self.chunkBytes)].withUnsafeBytes {
                Self.systemWrite(self.descriptor, $0)
            }
            guard count > 0 else { break }
            written += count
        }
        if written == bytes.count {
            state = State()
        } else {
            state.lost += 1
            state.isMidLine = state.isMidLine || written > 0
        }
    }

    private func isWritable(within patience: Duration) -> Bool {
        var poll = pollfd(fd: self.descriptor, events: Int16(POLLOUT), revents: 0)
        let milliseconds = patience.components.seconds * 1_000 + patience.components.attoseconds / 1_000_000_000_000_000
        return Self.systemPoll(&poll, Int32(clamping: milliseconds)) == 1 && poll.revents & Int16(POLLOUT) != 0
    }

    private static func systemPoll(_ descriptor: inout pollfd, _ milliseconds: Int32) -> Int32 {
        poll(&descriptor, 1, milliseconds)
    }

    private static func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        while true {
            #if canImport(Glibc)
            let count = Glibc.write(descriptor, bytes.baseAddress, bytes.count)
            #elseif canImport(Musl)
            let count = Musl.write(descriptor, bytes.baseAddress, bytes.count)
            #else
            let count = Darwin.write(descriptor, bytes.baseAddress, bytes.count)
            #endif
            guard count < 0, errno == EINTR else { return count }
        }
    }
}
