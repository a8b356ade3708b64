import JSON

/// `/control/failures`: what goes wrong.
extension ControlEndpoint {
    func failures(_ request: ControlRequest) throws(ControlError) -> [UInt8] {
        switch (request.method, request.path.dropFirst().first) {
        case ("GET", nil): break
        case ("DELETE", nil): self.simulator.clearFaults()
        case ("POST", nil):
            let rule = FaultRule(
                try self.fault(request, kind: try request.required(try request.string("kind"), "kind")),
                method: try request.string("method"), chat: try request.int("chat"),
                times: Int(clamping: try request.int("times") ?? 1))
            try Self.action { () throws(ActionRefusal) in try self.simulator.fail(rule) }
        case ("POST", "random"): self.simulator.failAtRandom(try self.random(request))
        default: throw .notFound
        }
        return JSONWriter.object { Self.writeFailures(self.simulator.status, to: &$0) }
    }

    /// The fault of that kind, with what the request says of it: `code` and `description`, `retryAfter`, `delayMs`.
    private func fault(_ request: ControlRequest, kind name: String) throws(ControlError) -> Fault {
        guard let kind = Fault.Kind(rawValue: name) else {
            let known = Fault.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw .invalid("kind must be one of \(known).")
        }
        switch kind {
        case .error:
            let code = Int(clamping: try request.required(try request.int("code"), "code"))
            guard (400...599).contains(code) else { throw .invalid("code must be 400 to 599.") }
            return .error(
                code: code, description: try request.required(try request.string("description"), "description"),
                migrateToChatID: try request.int("migrateToChatId"))
        case .tooManyRequests:
            return .tooManyRequests(retryAfterSeconds: Int(clamping: max(0, try request.int("retryAfter") ?? 1)))
        case .restart: return .restart
        case .badGateway: return .badGateway
        case .badGatewayHTML: return .badGatewayHTML
        case .resetBefore: return .resetBefore
        case .resetAfter: return .resetAfter
        case .slow: return .slow(.milliseconds(max(0, try request.int("delayMs") ?? 1_000)))
        }
    }

    /// Random faults: `rate`, and maybe `kinds` and `methods`.
    private func random(_ request: ControlRequest) throws(ControlError) -> RandomFaults {
        guard let rate = request["rate"]?.double, (0...1).contains(rate) else {
            throw .invalid("rate must be a number from 0 to 1.")
        }
        var random = RandomFaults(rate: rate)
        if let kinds = request["kinds"] {
            random.faults = []
            for kind in kinds.elements { random.faults.append(try self.fault(request, kind: kind.string ?? "")) }
        }
        if let methods = request["methods"] {
            random.methods = Set(methods.elements.compactMap { $0.string?.lowercased() })
        }
        return random
    }
}
