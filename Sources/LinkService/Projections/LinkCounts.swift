internal import Linking

/// How many links there are in each state.
package struct LinkCounts: Hashable, Sendable {
    package var active: UInt64 = 0
    package var suspended: UInt64 = 0
    package var revoked: UInt64 = 0

    subscript(state: Link.State) -> UInt64 {
        get {
            switch state {
            case .active: self.active
            case .suspended: self.suspended
            case .revoked: self.revoked
            }
        }
        set {
            switch state {
            case .active: self.active = newValue
            case .suspended: self.suspended = newValue
            case .revoked: self.revoked = newValue
            }
        }
    }
}

extension LinkCounts: Stored {
    func write(to writer: inout StateWriter) {
        writer.word(self.active)
        writer.word(self.suspended)
        writer.word(self.revoked)
    }

    init(from reader: inout StateReader) throws(StateError) {
        self.init(active: try reader.word(), suspended: try reader.word(), revoked: try reader.word())
    }
}
