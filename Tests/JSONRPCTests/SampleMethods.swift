import JSON

@testable import JSONRPC

/// The methods of the specification's examples.
enum SampleMethods {
    static let all = [
        subtract, getData, quiet("update", ["a", "b", "c", "d", "e"]), quiet("notify_hello", ["a"]),
        quiet("notify_sum", ["a", "b", "c"]), sum, ping,
    ]

    static let ping = Method(
        "ping", parameters: [], notification: true, handler: .immediate { _ throws(RPCError) in .empty })

    private static let subtract = Method(
        "subtract", parameters: ["minuend", "subtrahend"], notification: true,
        handler: .immediate { call throws(RPCError) in
            let result = try number("minuend", of: call) - number("subtrahend", of: call)
            return RPCResult(json: Array("\(result)".utf8))
        })

    private static let sum = Method(
        "sum", parameters: ["a", "b", "c"],
        handler: .immediate { call throws(RPCError) in
            let result = try number("a", of: call) + number("b", of: call) + number("c", of: call)
            return RPCResult(json: Array("\(result)".utf8))
        })

    private static let getData = Method(
        "get_data", parameters: [],
        handler: .immediate { _ throws(RPCError) in RPCResult(json: Array(#"["hello",5]"#.utf8)) })

    private static func quiet(_ name: String, _ parameters: [String]) -> Method {
        Method(name, parameters: parameters, notification: true, handler: .immediate { _ throws(RPCError) in .empty })
    }

    private static func number(_ name: String, of call: Call) throws(RPCError) -> Int64 {
        guard let number = call.params[name]?.int64 else { throw .invalidParams(path: name) }
        return number
    }
}
