import NIOCore

/// A connection as other threads see it: where to put answers, and whom to tell that the server ends.
final class Connection: Sendable {
    let info: ConnectionInfo
    let mailbox: LoopMailbox
    /// Nil when the connection is closed. Touched on its event loop only.
    private let handler: NIOLoopBoundBox<ConnectionHandler?>

    /// Called on the mailbox's event loop.
    init(info: ConnectionInfo, mailbox: LoopMailbox) {
        self.info = info
        self.mailbox = mailbox
        self.handler = NIOLoopBoundBox(nil, eventLoop: mailbox.eventLoop)
    }

    /// The handler, as long as the connection is open. On its event loop only.
    var current: ConnectionHandler? {
        get { self.handler.value }
        set { self.handler.value = newValue }
    }

    /// Lets the connection finish what runs and refuse everything else.
    func shutDown() {
        self.mailbox.eventLoop.execute { self.current?.shutDown() }
    }

    /// Closes the connection.
    func abort() {
        self.mailbox.eventLoop.execute { self.current?.abort() }
    }
}
