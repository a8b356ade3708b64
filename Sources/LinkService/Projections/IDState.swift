internal import Linking

/// An id as a state: what an index leads to.
struct IDState<Subject>: Stored {
    var id: Identifier<Subject>

    init(_ id: Identifier<Subject>) {
        self.id = id
    }

    func write(to writer: inout StateWriter) {
        writer.id(self.id)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.id = try reader.id()
    }
}

/// A short list of ids.
struct IDList<Subject>: Stored {
    var ids: [Identifier<Subject>]

    init(_ ids: [Identifier<Subject>]) {
        self.ids = ids
    }

    func write(to writer: inout StateWriter) {
        writer.list(self.ids) { $0.id($1) }
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.ids = try reader.list { (reader) throws(StateError) in try reader.id() }
    }
}
