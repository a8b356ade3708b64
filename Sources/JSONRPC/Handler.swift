/// What runs a method's calls. The kinds differ in where they run and in who answers.
public enum Handler: Sendable {
    /// Runs on the connection's event loop and returns the answer. It must not block: all other connections of the
    /// loop wait for it.
    case immediate(@Sendable (Call) throws(RPCError) -> RPCResult)
    /// Runs on the connection's event loop, must not block, and hands the responder on to whoever will answer.
    case deferred(@Sendable (Call, Responder) -> Void)
    /// Runs as a child task of ``Server/run()``. The task is cancelled when the server gives up waiting for it at
    /// shut-down, and not when the connection closes.
    case asynchronous(@Sendable (Call) async throws(RPCError) -> RPCResult)
}
