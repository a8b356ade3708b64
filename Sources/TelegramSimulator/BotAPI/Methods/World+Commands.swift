import JSON

extension World {
    private static let commandsMax = 100
    private static let commandScopesMax = 1_000

    mutating func setMyCommands(_ parameters: Parameters) throws(APIError) -> MethodResult {
        let key = try Self.commandsKey(parameters)
        let list = try Self.commandList(parameters)
        guard self.commands.count < Self.commandScopesMax || self.commands[key] != nil else {
            throw .badRequest("BOT_COMMANDS_TOO_MUCH")
        }
        self.commands[key] = list
        return .done
    }

    func getMyCommands(_ parameters: Parameters) throws(APIError) -> MethodResult {
        MethodResult(self.commands[try Self.commandsKey(parameters)] ?? Array("[]".utf8))
    }

    mutating func deleteMyCommands(_ parameters: Parameters) throws(APIError) -> MethodResult {
        self.commands[try Self.commandsKey(parameters)] = nil
        return .done
    }

    /// What tells one list of commands from another: its scope and its language.
    private static func commandsKey(_ parameters: Parameters) throws(APIError) -> String {
        guard parameters.has("scope") else { return "default:\(try parameters.text("language_code"))" }
        guard let scope = parameters.json("scope") else { throw .badRequest("can't parse BotCommandScope JSON object") }
        guard scope.kind == .object else { throw .badRequest("BotCommandScope must be an Object") }
        let parts = [scope["type"]?.string, scope["chat_id"].map { String(decoding: $0.text, as: UTF8.self) }]
        return "\(parts.compactMap(\.self).joined(separator: "/")):\(try parameters.text("language_code"))"
    }

    private static func commandList(_ parameters: Parameters) throws(APIError) -> [UInt8] {
        guard let list = parameters.json("commands") else { throw .badRequest("can't parse commands JSON object") }
        guard list.kind == .array else { throw .badRequest("expected an Array of BotCommand") }
        guard list.count <= self.commandsMax else { throw .badRequest("too many commands specified") }
        return try JSONWriter.array { writer throws(APIError) in
            for item in list.elements { try self.write(item, to: &writer) }
        }
    }

    private static func write(_ item: JSONValue, to writer: inout JSONWriter) throws(APIError) {
        guard let name = item["command"]?.string, let description = item["description"]?.string else {
            throw .badRequest("expected an Object of BotCommand")
        }
        let command = name.hasPrefix("/") ? String(name.dropFirst()) : name
        guard !command.isEmpty else { throw .badRequest("command must be non-empty") }
        guard command.unicodeScalars.count <= 32 else { throw .badRequest("command length must not exceed 32") }
        guard command.utf8.allSatisfy({ $0.isWord }), command == command.lowercased() else {
            throw .badRequest("BOT_COMMAND_INVALID")
        }
        guard !description.isEmpty else { throw .badRequest("command description must be non-empty") }
        guard description.unicodeScalars.count <= 256 else {
            throw .badRequest("command description length must not exceed 256")
        }
        writer.object {
            $0.member("command", command)
            $0.member("description", description)
        }
    }
}
