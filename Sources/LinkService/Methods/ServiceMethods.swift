package import JSONRPC
internal import Linking
internal import Logging
internal import NIOPosix

/// The JSON-RPC methods of the service, over its journal, projections and log.
package struct ServiceMethods: Sendable {
    let core: ServiceCore

    package init(core: ServiceCore) {
        self.core = core
    }

    /// Every method, in the order in which the interface describes them.
    package var all: [Method] {
        self.tokenMethods + self.linkMethods + self.notificationMethods + self.eventMethods + self.adminMethods
    }

    /// A method that orders something: it is answered once its events are on disk.
    ///
    /// - Parameters:
    ///   - command: reads the parameters.
    ///   - answer: writes the members of the result.
    func ordering<C: JournalCommand>(
        _ name: String, _ parameters: [String], byPosition: Bool = true,
        command: @escaping @Sendable (Arguments, Call) throws(RPCError) -> Order<C>
    ) -> Method {
        Method(
            name, parameters: parameters, byPosition: byPosition,
            handler: .deferred { call, responder in
                let order: Order<C>
                do throws(RPCError) {
                    _ = try self.core.bot()
                    order = try command(try Arguments(call), call)
                } catch {
                    responder.fail(error)
                    return
                }
                self.core.journal.submit(order.command, by: call.connection.principal) { result in
                    switch result {
                    case .success(let committed): responder.succeed(order.answer(committed))
                    case .failure(let error): responder.fail(RPCError(error))
                    }
                }
            })
    }

    /// A method that only looks something up, on a thread that may wait for the disk.
    func reading(
        _ name: String, _ parameters: [String], byPosition: Bool = true,
        _ read: @escaping @Sendable (Arguments, Call) throws -> RPCResult
    ) -> Method {
        Method(
            name, parameters: parameters, byPosition: byPosition,
            handler: .asynchronous { call async throws(RPCError) in
                try await self.core.blocking { () throws(RPCError) in
                    do {
                        _ = try self.core.bot()
                        return try read(try Arguments(call), call)
                    } catch let error as RPCError {
                        throw error
                    } catch {
                        self.core.logger.error(
                            "a read failed", metadata: ["method": "\(name)", "error": "\(error)"])
                        throw .storageFailed(.notWritten)
                    }
                }
            })
    }
}

/// A command that a call asks for, and the way its outcome is told.
struct Order<C: JournalCommand>: Sendable {
    let command: C
    let answer: @Sendable (Committed<C.Answer>) -> RPCResult

    init(_ command: C, answer: @escaping @Sendable (Committed<C.Answer>) -> RPCResult) {
        self.command = command
        self.answer = answer
    }
}
