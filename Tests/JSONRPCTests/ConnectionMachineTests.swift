import JSON
import NIOCore
import Testing

@testable import JSONRPC

struct ConnectionMachineTests {
    // MARK: Calls

    @Test func `answers go out as they are ready, with the very bytes of their ids`() {
        var script = Transcript()
        let calls = [call("ping", id: "1e2"), call("ping", id: #""\u0061""#), call("ping", id: "null")]
        #expect(script.receive(calls.joined(separator: "\n") + "\n") == ["run ping", "run ping", "run ping"])
        #expect(script.answer(1) == [#"{"id":"\u0061","result":{}}"#])
        #expect(script.answer(1) == [#"{"id":null,"result":{}}"#])
        #expect(script.answer(0) == [#"{"id":1e2,"result":{}}"#])
    }

    @Test func `answers that are ready together leave together`() {
        var script = Transcript()
        _ = script.receive(call("ping", id: "1") + "\n" + call("ping", id: "2") + "\n")
        script.machine.complete(script.running[0], .success(.empty), now: script.now)
        script.machine.complete(script.running[1], .success(.empty), now: script.now)
        #expect(script.machine.takeOutput().map { String(buffer: $0).split(separator: "\n").count } == 2)
        #expect(script.machine.takeOutput() == nil)
    }

    @Test func `a notification runs only if its method allows it, and is never answered`() {
        var script = Transcript()
        #expect(script.receive(#"{"jsonrpc":"2.0","method":"sum","params":[1,2,3]}"# + "\n") == [])
        #expect(script.receive(#"{"jsonrpc":"2.0","method":"ping"}"# + "\n") == ["run ping"])
        #expect(script.answer(0, .failure(.internalError)) == [])
    }

    @Test func `params by position are at most those declared`() {
        var script = Transcript()
        #expect(script.receive(call("sum", id: "1", params: "[1,2,3]") + "\n") == ["run sum"])
        #expect(script.receive(call("sum", id: "2", params: "[1,2,3,4]") + "\n") == [#"{"id":2,error -32602}"#])
    }

    @Test func `params by position are refused by a method that wants names`() {
        let method = Method(
            "n", parameters: ["a"], byPosition: false, handler: .immediate { _ throws(RPCError) in .empty })
        var script = Transcript([method])
        #expect(script.receive(call("n", id: "1", params: "[1]") + "\n") == [#"{"id":1,error -32602}"#])
        #expect(script.receive(call("n", id: "2", params: #"{"a":1}"#) + "\n") == ["run n"])
        #expect(script.receive(call("n", id: "3", params: "[]") + "\n") == ["run n"])
    }

    @Test func `a deadline answers, and the late answer is thrown away`() {
        var script = Transcript()
        _ = script.receive(call("ping", id: "1") + "\n")
        #expect(script.pass(.seconds(29)) == [])
        #expect(script.pass(.seconds(1)) == [#"{"id":1,error -32054}"#])
        #expect(script.answer() == [])
    }

    @Test func `a long-running method has no deadline`() {
        var script = Transcript([HeldMethod().method(longRunning: true)])
        _ = script.receive(call("hold", id: "1") + "\n")
        #expect(script.pass(.hours(1)) == [])
        #expect(script.answer() == [#"{"id":1,"result":{}}"#])
    }

    // MARK: Limits of a message

    @Test func `a frame at the limit is read, one byte more is answered and closes`() {
        var limits = Limits()
        limits.frameBytes = 200
        var script = Transcript(limits: limits)
        #expect(script.receive(padded(200) + "\n") == ["run ping"])
        #expect(script.receive(padded(201) + "\n") == ["pause", #"{"id":null,error -32013}"#])
        #expect(script.answer() == ["close frameTooLarge", #"{"id":1,"result":{}}"#])
    }

    @Test func `nesting at the limit is read, one deeper is a parse error`() {
        var script = Transcript([HeldMethod().method()])
        func nested(_ depth: Int) -> String {
            // The request and its params are two of them.
            let value = String(repeating: "[", count: depth - 2) + String(repeating: "]", count: depth - 2)
            return call("hold", id: "1", params: #"{"n":\#(value)}"#) + "\n"
        }
        #expect(script.receive(nested(32)) == ["run hold"])
        #expect(script.receive(nested(33)) == [#"{"id":null,error -32700}"#])
    }

    @Test func `an id at the limit is echoed, a longer one is refused`() {
        var script = Transcript()
        let id = "\"" + String(repeating: "i", count: 126) + "\""
        #expect(script.receive(call("nope", id: id) + "\n") == [#"{"id":\#(id),error -32601}"#])
        #expect(script.receive(call("nope", id: "1" + id.dropFirst().dropLast() + "23") + "\n").count == 1)
        #expect(script.receive(call("nope", id: "\"i" + id.dropFirst()) + "\n") == [#"{"id":null,error -32600}"#])
    }

    @Test func `a method's name at the limit is looked up, a longer one is refused`() {
        var script = Transcript()
        let name = String(repeating: "m", count: 128)
        #expect(script.receive(call(name, id: "1") + "\n") == [#"{"id":1,error -32601}"#])
        #expect(script.receive(call(name + "m", id: "1") + "\n") == [#"{"id":1,error -32600}"#])
    }

    @Test func `members at the limit are read, one more is refused`() {
        var script = Transcript([HeldMethod().method()])
        func params(_ count: Int) -> String { "{" + (0..<count).map { "\"\($0)\":0" }.joined(separator: ",") + "}" }
        #expect(script.receive(call("hold", id: "1", params: params(256)) + "\n") == ["run hold"])
        #expect(script.receive(call("hold", id: "2", params: params(257)) + "\n") == [#"{"id":2,error -32600}"#])
    }

    @Test func `a string at the limit is read, a longer one is refused`() {
        var script = Transcript([HeldMethod().method()])
        func params(_ count: Int) -> String { "[\"" + String(repeating: "s", count: count) + "\"]" }
        #expect(script.receive(call("hold", id: "1", params: params(65_536)) + "\n") == ["run hold"])
        #expect(script.receive(call("hold", id: "2", params: params(65_537)) + "\n") == [#"{"id":null,error -32600}"#])
    }

    @Test func `a result at the limit is sent, a longer one becomes an error`() {
        var limits = Limits()
        limits.answerBytes = 10
        var script = Transcript(limits: limits)
        _ = script.receive(call("ping", id: "1") + "\n" + call("ping", id: "2") + "\n")
        #expect(
            script.answer(0, .success(RPCResult(json: Array("1234567890".utf8)))) == [#"{"id":1,"result":1234567890}"#])
        #expect(script.answer(0, .success(RPCResult(json: Array("12345678901".utf8)))) == [#"{"id":2,error -32013}"#])
    }

    @Test func `the tenth message that is none closes the connection`() {
        var script = Transcript()
        for _ in 1...9 { #expect(script.receive("{\n") == [#"{"id":null,error -32700}"#]) }
        #expect(script.receive(call("ping", id: "1") + "\n") == ["run ping"])
        #expect(script.receive("[]\n") == ["pause", #"{"id":null,error -32600}"#])
        #expect(script.answer() == ["close protocolErrors", #"{"id":1,"result":{}}"#])
    }

    // MARK: Batches

    @Test func `a batch is answered when all its calls are`() {
        var script = Transcript()
        let notification = #"{"jsonrpc":"2.0","method":"ping"}"#
        let batch = [call("ping", id: "1"), "1", call("nope", id: "2"), notification, call("ping", id: "3")]
        #expect(script.receive("[" + batch.joined(separator: ",") + "]\n") == ["run ping", "run ping", "run ping"])
        #expect(script.answer(2) == [])
        #expect(script.answer(0) == [])
        let answers = [
            #"{"id":null,error -32600}"#, #"{"id":2,error -32601}"#, #"{"id":3,"result":{}}"#, #"{"id":1,"result":{}}"#,
        ]
        #expect(script.answer(0) == ["[" + answers.joined(separator: ",") + "]"])
    }

    @Test func `a batch at the limit runs, with one more call every id gets an error`() {
        func batch(_ count: Int) -> String {
            "[" + (1...count).map { call("nope", id: "\($0)") }.joined(separator: ",") + "]\n"
        }
        var script = Transcript()
        let atLimit = (1...100).map { #"{"id":\#($0),error -32601}"# }
        #expect(script.receive(batch(100)) == ["[" + atLimit.joined(separator: ",") + "]"])
        let over = (1...101).map { #"{"id":\#($0),error -32013}"# }
        #expect(script.receive(batch(101)) == ["[" + over.joined(separator: ",") + "]"])
    }

    @Test func `a batch over the limit without ids gets one error`() {
        var script = Transcript()
        let batch = "[" + Array(repeating: "1", count: 101).joined(separator: ",") + "]\n"
        #expect(script.receive(batch) == [#"{"id":null,error -32013}"#])
    }

    @Test func `a batch whose errors would not fit in an answer gets one error, and the connection closes`() {
        var limits = Limits()
        limits.answerBytes = 5_000
        var script = Transcript(limits: limits)
        let batch = "[" + Array(repeating: #"{"id":1}"#, count: 101).joined(separator: ",") + "]\n"
        #expect(script.receive(batch) == ["close batchTooLarge", #"{"id":null,error -32013}"#])
    }

    @Test func `a batch's answer is within the limit of an answer`() {
        var limits = Limits()
        limits.answerBytes = 100
        var script = Transcript(limits: limits)
        _ = script.receive("[\(call("ping", id: "1")),\(call("ping", id: "2"))]\n")
        let result = RPCResult(json: Array(("\"" + String(repeating: "r", count: 50) + "\"").utf8))
        #expect(script.answer(0, .success(result)) == [])
        #expect(script.answer(0, .success(result)).first?.hasSuffix(#",{"id":2,error -32013}]"#) == true)
    }

    @Test func `a batch takes its turns too when there are too many calls`() {
        var limits = Limits()
        limits.inFlight = 2
        var script = Transcript(limits: limits)
        let batch = "[" + (1...3).map { call("ping", id: "\($0)") }.joined(separator: ",") + "]\n"
        #expect(script.receive(batch + call("ping", id: "4") + "\n") == ["run ping", "run ping", "pause"])
        #expect(script.answer() == ["run ping", "pause"])
        #expect(script.answer() == ["run ping", "pause"])
        #expect(script.answer().count == 1)
    }

    // MARK: Flow

    @Test func `with as many calls running as allowed it pauses, one less and it goes on`() {
        var script = Transcript()
        let calls = (1...66).map { call("ping", id: "\($0)") + "\n" }.joined()
        #expect(script.receive(calls) == Array(repeating: "run ping", count: 64) + ["pause"])
        #expect(script.answer(5) == ["run ping", "pause", #"{"id":6,"result":{}}"#])
        #expect(script.answer(0) == ["run ping", "pause", #"{"id":1,"result":{}}"#])
        #expect(script.answer(0) == [#"{"id":2,"result":{}}"#])
    }

    @Test func `no call begins while too much waits for the peer`() {
        var script = Transcript()
        #expect(script.observe(pending: 1 << 20, isWritable: false) == ["pause"])
        #expect(script.receive(call("ping", id: "1") + "\n") == ["pause"])
        #expect(script.observe(pending: 0, isWritable: true) == ["run ping"])
    }

    @Test func `no call begins behind answers that fill the output queue`() {
        var limits = Limits()
        limits.outputQueueBytes = 40
        var script = Transcript(limits: limits)
        let calls = (1...3).map { call("ping", id: "\($0)") + "\n" }.joined()
        #expect(script.receive(calls).count == 3)
        for token in script.running { script.machine.complete(token, .success(.empty), now: script.now) }
        script.machine.receive(ByteBuffer(string: call("ping", id: "4") + "\n"), now: script.now)
        #expect(script.machine.isOutputFull)
        guard case .pause = script.machine.next(now: script.now) else {
            Issue.record("a call began")
            return
        }
        _ = script.machine.takeOutput()
        #expect(script.receive("") == ["run ping"])
    }

    @Test func `a peer that takes nothing for 20 seconds is closed, one that takes a little is not`() {
        var script = Transcript()
        _ = script.receive(call("nope", id: "1") + "\n")
        #expect(script.observe(pending: 50, isWritable: true) == [])
        #expect(script.pass(.seconds(19)) == [])
        #expect(script.observe(pending: 49, isWritable: true) == [])
        #expect(script.pass(.seconds(10)) == [])
        #expect(script.observe(pending: 49, isWritable: true) == [])
        #expect(script.pass(.seconds(10)) == ["abort notReading"])
    }

    @Test func `more than the output queue can ever hold closes at once`() {
        var script = Transcript()
        #expect(script.observe(pending: 16 << 20, isWritable: false) == ["pause"])
        #expect(script.observe(pending: 16 << 20 + 1, isWritable: false) == ["abort outputOverflow"])
    }

    // MARK: Ends

    @Test func `after the peer's end what runs is finished`() {
        var script = Transcript()
        _ = script.receive(call("ping", id: "1") + "\n" + call("ping", id: "2"))
        #expect(script.receiveEnd() == ["run ping", "pause"])
        #expect(script.answer() == ["pause", #"{"id":1,"result":{}}"#])
        #expect(script.answer() == ["close peerEnded", #"{"id":2,"result":{}}"#])
    }

    @Test func `shut down refuses new calls and finishes what runs`() {
        var script = Transcript()
        _ = script.receive(call("ping", id: "1") + "\n")
        #expect(script.shutDown() == [])
        let batch = "[\(call("ping", id: "3"))]\n"
        #expect(
            script.receive(call("ping", id: "2") + "\n" + batch) == [
                #"{"id":2,error -32050}"#, #"[{"id":3,error -32050}]"#,
            ])
        #expect(script.answer() == ["close shutDown", #"{"id":1,"result":{}}"#])
    }

    @Test func `shut down closes a connection on which nothing runs`() {
        var script = Transcript()
        #expect(script.shutDown() == ["close shutDown"])
    }

    @Test func `another protocol is closed without a word`() {
        var script = Transcript()
        #expect(script.receive("POST / HTTP/1.1\r\n\r\n") == ["close foreignProtocol"])
    }

    @Test func `a frame has 30 seconds from its first byte`() {
        var script = Transcript()
        #expect(script.receive("{") == [])
        #expect(script.pass(.seconds(29)) == [])
        #expect(script.receive("\"") == [])
        #expect(script.pass(.seconds(1)) == ["close slowFrame"])
    }

    @Test func `a connection on which nothing happens closes after ten minutes`() {
        var script = Transcript()
        #expect(script.pass(.seconds(599)) == [])
        #expect(script.receive("\n") == [])
        #expect(script.pass(.seconds(599)) == [])
        #expect(script.pass(.seconds(1)) == ["close idle"])
    }

    @Test func `a connection is not idle while a call runs`() {
        var script = Transcript([HeldMethod().method(longRunning: true)])
        _ = script.receive(call("hold", id: "1") + "\n")
        #expect(script.pass(.seconds(601)) == [])
        #expect(script.answer() == [#"{"id":1,"result":{}}"#])
        #expect(script.pass(.seconds(600)) == ["close idle"])
    }

    @Test func `it asks to be woken by the first thing that is due`() {
        var script = Transcript()
        #expect(script.machine.wakeBy == script.now + .seconds(600))
        _ = script.receive(call("ping", id: "1") + "\n")
        #expect(script.machine.wakeBy == script.now + .seconds(30))
        _ = script.observe(pending: 1, isWritable: true)
        #expect(script.machine.wakeBy == script.now + .seconds(20))
    }

    // MARK: Strangers

    @Test func `a stranger has 10 seconds for the first frame, and then as long as others`() {
        var script = Transcript(isTrusted: false)
        #expect(script.machine.wakeBy == script.now + .seconds(10))
        #expect(script.pass(.seconds(10)) == ["close noFirstFrame"])
        script = Transcript(isTrusted: false)
        _ = script.receive(call("nope", id: "1") + "\n")
        #expect(script.pass(.seconds(599)) == [])
    }

    @Test func `a stranger's first frame is small, later ones are not`() {
        var limits = Limits()
        limits.strangerFrameBytes = 200
        var script = Transcript(limits: limits, isTrusted: false)
        #expect(script.receive(padded(200) + "\n" + padded(201) + "\n") == ["run ping", "run ping"])
        script = Transcript(limits: limits, isTrusted: false)
        #expect(script.receive(padded(201) + "\n") == ["close frameTooLarge"])
    }

    @Test func `a stranger may not err once`() {
        var script = Transcript(isTrusted: false)
        #expect(script.receive("{\n") == ["close protocolErrors", #"{"id":null,error -32700}"#])
    }

    /// A call of `ping` in so many bytes.
    private func padded(_ count: Int) -> String {
        let call = call("ping", id: "1")
        return call + String(repeating: " ", count: count - call.utf8.count)
    }
}
