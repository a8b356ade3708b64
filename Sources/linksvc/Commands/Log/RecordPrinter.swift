import Foundation
import JSON

/// Prints records on standard output, many at a time.
struct RecordPrinter {
    private static let bufferBytes = 256 * 1_024

    private let format: ReplayCommand.Format
    private var buffer: [UInt8] = []

    init(format: ReplayCommand.Format) {
        self.format = format
        self.buffer.reserveCapacity(Self.bufferBytes + 64 * 1_024)
    }

    /// Prints one record; true, to go on.
    ///
    /// - Throws: the exit status, when standard output takes no more.
    mutating func print(_ record: UnsafeRawBufferPointer) throws -> Bool {
        switch self.format {
        case .jsonl: self.buffer.append(contentsOf: record)
        case .cloudevents: self.buffer.append(contentsOf: Self.cloudEvent(record))
        case .text: self.buffer.append(contentsOf: Self.text(record).utf8)
        }
        self.buffer.append(UInt8(ascii: "\n"))
        if self.buffer.count >= Self.bufferBytes { try self.flush() }
        return true
    }

    mutating func flush() throws {
        guard !self.buffer.isEmpty else { return }
        try StandardOutput.write(self.buffer)
        self.buffer.removeAll(keepingCapacity: true)
    }

    /// The record as a CloudEvents 1.0 object, whole in its `data`.
    private static func cloudEvent(_ record: UnsafeRawBufferPointer) -> [UInt8] {
        let bytes = [UInt8](record)
        let root = try? JSONDocument(bytes, limits: .tolerant).root
        return JSONWriter.object {
            $0.member("specversion", "1.0")
            $0.member("id", String(root?["seq"]?.uint64 ?? 0))
            $0.member("source", "/linksvc")
            $0.member("type", root?["type"]?.string ?? "")
            $0.member("time", root?["time"]?.string ?? "")
            $0.member("datacontenttype", "application/json")
            $0.member("data", raw: bytes)
        }
    }

    /// A line for a person: what and when, without the personal part.
    private static func text(_ record: UnsafeRawBufferPointer) -> String {
        guard let root = try? JSONDocument([UInt8](record), limits: .tolerant).root else { return "(unreadable)" }
        let data = root["data"].map { String(decoding: $0.text, as: UTF8.self) } ?? ""
        let cause = root["cause"]?.uint64.map { " <- \($0)" } ?? ""
        return "\(root["seq"]?.uint64 ?? 0)\(cause)  \(root["time"]?.string ?? "")  \(root["type"]?.string ?? "")  "
            + "\(root["by"]?.string ?? "")  \(data)"
    }
}
