internal import Linking

/// A state that a projection keeps under a key.
protocol Stored {
    func write(to writer: inout StateWriter)
    init(from reader: inout StateReader) throws(StateError)
}

extension Stored {
    var storedBytes: [UInt8] {
        var writer = StateWriter()
        self.write(to: &writer)
        return writer.bytes
    }

    init(stored bytes: [UInt8]) throws(StateError) {
        var reader = StateReader(bytes)
        self = try Self(from: &reader)
        guard reader.isAtEnd else { throw StateError() }
    }
}
