import JSON
import JSONRPC
import Testing

@testable import linksvc

@Suite struct RPCFailureTests {
    private func status(_ name: String, code: Int = 1_099) -> linksvc.ExitStatus {
        RPCFailure(RPCError.make(code: code, message: "m", name: name, hint: "h")).status
    }

    @Test(arguments: [
        ("NOT_LINKED", linksvc.ExitStatus.notLinked), ("INVALID_PARAMS", .usage), ("NOT_FOUND", .negative),
        ("OVERLOADED", .tryAgain),
        ("RATE_LIMITED", .tryAgain), ("SHUTTING_DOWN", .tryAgain), ("STORAGE_FAILED", .inputOutput),
        ("UNAUTHENTICATED", .notAllowed), ("FORBIDDEN", .notAllowed), ("TEXT_REJECTED", .usage),
        ("CODE_EXPIRED", .negative),
        ("CODE_USED", .negative), ("IDEMPOTENCY_CONFLICT", .usage), ("TOO_LARGE", .usage), ("SOMETHING_NEW", .bug),
    ])
    func `every error has its exit status`(name: String, status: linksvc.ExitStatus) {
        #expect(self.status(name) == status)
    }

    @Test func `errors of the protocol have one too, even without a name`() {
        #expect(RPCFailure(.methodNotFound).status == .usage)
        #expect(RPCFailure(.parseError).status == .usage)
        #expect(RPCFailure(.invalidParams(path: "userId")).status == .usage)
        #expect(RPCFailure(.internalError).status == .bug)
        #expect(RPCFailure(.overloaded).status == .tryAgain)
        #expect(RPCFailure(RPCError(code: -32602, message: "m")).status == .usage)
        #expect(RPCFailure(RPCError(code: 5, message: "m")).status == .bug)
        #expect(
            RPCFailure(RPCError(code: 5, message: "m", data: Array(#"{"retryable":true}"#.utf8))).status == .tryAgain)
    }

    @Test func `an error is one line with all there is to say`() {
        let error = RPCError.make(code: 1_001, message: "Not linked", name: "NOT_LINKED", hint: "Issue\na token.") {
            writer in
            writer.member("path", "userId")
            writer.member("retryAfterMs", 1_500)
            writer.member("outcome", "notWritten")
        }
        #expect(
            RPCFailure(error).line
                == "Not linked (NOT_LINKED) at userId: Issue?a token. [outcome: notWritten] [retry after 1500 ms]")
    }
}
