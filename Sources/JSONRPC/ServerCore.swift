import Logging
import NIOCore

/// What all connections of a server share.
final class ServerCore: Sendable {
    let methods: MethodTable
    let limits: Limits
    let counters: Counters
    let jobs: JobQueue
    let connections: ConnectionRegistry
    let logger: Logger
    private let mailboxes: [ObjectIdentifier: LoopMailbox]

    init(methods: [Method], limits: Limits, group: any EventLoopGroup, logger: Logger) {
        let table = MethodTable(methods)
        self.methods = table
        self.limits = limits
        self.counters = Counters(methods: table)
        self.jobs = JobQueue(limit: limits.asynchronousCalls)
        self.connections = ConnectionRegistry(limits: limits)
        self.logger = logger
        self.mailboxes = Dictionary(
            uniqueKeysWithValues: group.makeIterator().map { (ObjectIdentifier($0), LoopMailbox(eventLoop: $0)) })
    }

    /// Serves a channel that a listener accepted. On the channel's event loop.
    ///
    /// - Throws: ``Refusal`` if there are too many connections; the channel is to be closed.
    func serve(_ channel: any Channel, of listener: Listener, index: Int) throws {
        let mailbox = self.mailboxes[ObjectIdentifier(channel.eventLoop)] ?? LoopMailbox(eventLoop: channel.eventLoop)
        let peer = channel.remoteAddress?.ipAddress ?? ""
        let gate = ConnectionGate.Applicant(listener: index, peer: peer, isTrusted: listener.isTrusted)
        let connection = try self.connections.add(gate, now: .now()) { id in
            Connection(info: ConnectionInfo(id: id, principal: listener.principal, peer: peer), mailbox: mailbox)
        }
        channel.closeFuture.whenComplete { _ in self.connections.remove(connection, gate) }
        let handler = ConnectionHandler(core: self, connection: connection, isTrusted: listener.isTrusted)
        try channel.pipeline.syncOperations.addHandler(handler)
    }
}
