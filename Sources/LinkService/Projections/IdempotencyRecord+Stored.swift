internal import Linking

extension IdempotencyRecord: Stored {
    func write(to writer: inout StateWriter) {
        writer.hash(self.keyHash)
        writer.hash(self.requestHash)
        writer.list(self.notificationIDs) { $0.id($1) }
        writer.time(self.requestedAt)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(
            keyHash: try reader.hash(), requestHash: try reader.hash(),
            notificationIDs: try reader.list { (reader) throws(StateError) in try reader.id() },
            requestedAt: try reader.time())
    }
}
