internal import Linking

/// How far a projection has come, by which version of its fold.
///
/// ```
/// "!" 0 name -> version seq summary
/// ```
struct Checkpoint: Stored {
    var version: UInt64
    var seq: UInt64
    /// The projection's part of the summary.
    var summary: [UInt8]

    init(version: UInt64, seq: UInt64, summary: [UInt8]) {
        self.version = version
        self.seq = seq
        self.summary = summary
    }

    static func key(of projection: String) -> StateKey {
        var key = StateKey(UInt8(ascii: "!"), 0)
        for byte in projection.utf8 { key = key.byte(byte) }
        return key
    }

    func write(to writer: inout StateWriter) {
        writer.word(self.version)
        writer.word(self.seq)
        writer.blob(self.summary)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(version: try reader.word(), seq: try reader.word(), summary: Array(try reader.blob()))
    }
}
