import JSON
import Testing

@testable import JSONRPC

struct RPCErrorTests {
    @Test(arguments: [
        (RPCError.parseError, -32700, "Parse error"), (.invalidRequest, -32600, "Invalid Request"),
        (.methodNotFound, -32601, "Method not found"), (.invalidParams(path: "p"), -32602, "Invalid params"),
        (.internalError, -32603, "Internal error"),
    ])
    func `the specification's errors have its codes and texts`(_ error: RPCError, _ code: Int, _ message: String) {
        #expect(error.code == code)
        #expect(error.message == message)
    }

    @Test func `data has code, retryable, hint and what is added`() throws {
        let error = RPCError.make(code: 5, message: "m", name: "N", retryable: true, hint: "h \"q\"") {
            $0.member("limit", 3)
        }
        let data = try #require(error.data)
        #expect(String(decoding: data, as: UTF8.self) == #"{"code":"N","retryable":true,"hint":"h \"q\"","limit":3}"#)
        #expect(error.name == "N")
        #expect(error.isRetryable)
    }

    @Test func `an error object has no other members, and survives the wire`() throws {
        let errors: [RPCError] = [
            .overloaded, .rateLimited(retryAfter: .milliseconds(250)), RPCError(code: 1, message: "é\n"),
        ]
        for error in errors {
            let object = try JSONDocument(error.json).root
            #expect(Set(object.members.map(\.name)).isSubset(of: ["code", "message", "data"]))
            #expect(RPCError(object) == error)
        }
        #expect(errors[1].member("retryAfterMs")?.int64 == 250)
    }

    @Test func `the reader's refusals are parse errors or invalid requests`() {
        let codes: [JSONError.Reason: Int] = [
            .empty: -32700, .syntax: -32700, .truncated: -32700, .trailingBytes: -32700, .invalidUTF8: -32700,
            .loneSurrogate: -32700, .documentTooLong: -32700, .depth: -32700, .duplicateName: -32600,
            .tooManyMembers: -32600, .stringTooLong: -32600,
        ]
        for (reason, code) in codes {
            #expect(RPCError(JSONError(offset: 1, reason: reason), limits: Limits()).code == code)
        }
    }
}
