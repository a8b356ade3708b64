internal import Linking

/// Codes and when they expire.
struct CodeList: Stored {
    struct Code: Hashable {
        var id: CodeID
        var expiresAt: Timestamp
    }

    var codes: [Code]

    init(codes: [Code]) {
        self.codes = codes
    }

    func write(to writer: inout StateWriter) {
        writer.list(self.codes) {
            $0.id($1.id)
            $0.time($1.expiresAt)
        }
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.codes = try reader.list { (reader) throws(StateError) in
            Code(id: try reader.id(), expiresAt: try reader.time())
        }
    }
}
