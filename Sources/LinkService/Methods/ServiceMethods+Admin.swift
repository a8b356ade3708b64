internal import JSON
internal import JSONRPC

extension ServiceMethods {
    /// Beyond what backends need: for the command line, through `rpc.sock`.
    var adminMethods: [Method] {
        [self.rebuild, self.discover]
    }

    private var rebuild: Method {
        Method(
            "rebuild", parameters: ["dryRun"], longRunning: true,
            handler: .asynchronous { call async throws(RPCError) in
                let isDry = try Arguments(call).flag("dryRun")
                let report = try await self.core.rebuild(dryRun: isDry)
                return RPCResult { report.write(to: &$0) }
            })
    }

    private var discover: Method {
        Method(
            "rpc.discover", parameters: [],
            handler: .immediate { call throws(RPCError) in
                _ = try Arguments(call)
                return RPCResult(json: OpenRPCDocument.bytes)
            })
    }
}
