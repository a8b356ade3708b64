internal import Linking

/// The numbers of a queue's first entry and of the next one to come: a first-in first-out list kept under numbered
/// keys.
struct Ring: Hashable {
    var head: UInt64 = 0
    var tail: UInt64 = 0

    var count: UInt64 { self.tail - self.head }
}

extension Ring: Stored {
    func write(to writer: inout StateWriter) {
        writer.word(self.head)
        writer.word(self.tail)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(head: try reader.word(), tail: try reader.word())
    }
}
