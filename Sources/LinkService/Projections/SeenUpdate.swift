internal import Linking

/// An update that was received, and when.
struct SeenUpdate: Hashable, Stored {
    var id: Int64
    var time: Timestamp

    init(id: Int64, time: Timestamp) {
        self.id = id
        self.time = time
    }

    func write(to writer: inout StateWriter) {
        writer.integer(self.id)
        writer.time(self.time)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(id: try reader.integer(), time: try reader.time())
    }
}
