/// Names one running call of a connection, and never another one later.
struct CallToken: Hashable, Sendable {
    let slot: UInt32
    let generation: UInt32
}
