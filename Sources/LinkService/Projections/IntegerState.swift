internal import Linking

/// A number as a state.
struct IntegerState: Stored {
    var value: Int64

    init(_ value: Int64) {
        self.value = value
    }

    func write(to writer: inout StateWriter) {
        writer.integer(self.value)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.value = try reader.integer()
    }
}
