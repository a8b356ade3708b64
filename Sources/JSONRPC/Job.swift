/// An asynchronous call on its way to a task.
struct Job: Sendable {
    let call: Call
    let body: @Sendable (Call) async throws(RPCError) -> RPCResult
    let responder: Responder

    func run() async {
        do throws(RPCError) {
            self.responder.succeed(try await self.body(self.call))
        } catch {
            self.responder.fail(error)
        }
    }
}
