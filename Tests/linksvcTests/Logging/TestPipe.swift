import Foundation

/// A pipe to write into and to look what has arrived, without ever waiting.
final class TestPipe: Sendable {
    private let reading: Int32
    /// Where to write.
    let input: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        self.reading = ends[0]
        self.input = ends[1]
        _ = fcntl(self.reading, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(self.reading)
        close(self.input)
    }

    /// What has arrived since the last time.
    func available() -> String {
        var text: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while case let count = read(self.reading, &chunk, chunk.count), count > 0 {
            text += chunk[..<count]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
