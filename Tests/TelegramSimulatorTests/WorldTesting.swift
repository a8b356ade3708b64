import JSON

@testable import TelegramSimulator

/// 2026-11-20 20:00:00 UTC.
let evening = UnixTime(seconds: 1_795_204_800)

func makeWorld(_ change: (inout SimulatorConfiguration) -> Void = { _ in }) -> World {
    var configuration = SimulatorConfiguration()
    change(&configuration)
    return World(configuration, now: evening)
}

func parse(_ json: [UInt8]) throws -> JSONValue { try JSONDocument(json, limits: .tolerant).root }

func text(_ json: [UInt8]) -> String { String(decoding: json, as: UTF8.self) }

extension World {
    /// Calls a method and reads its result.
    @discardableResult
    mutating func ask(_ method: BotMethod, _ parameters: KeyValuePairs<String, String> = [:]) throws -> JSONValue {
        try parse(try self.call(method, Parameters(parameters)).result)
    }

    /// Calls a method that should refuse; nil if it does not.
    mutating func refusal(_ method: BotMethod, _ parameters: KeyValuePairs<String, String>) -> APIError? {
        self.refusal(method, Parameters(parameters))
    }

    /// Calls a method that should refuse; nil if it does not.
    mutating func refusal(_ method: BotMethod, _ parameters: Parameters) -> APIError? {
        do throws(APIError) {
            _ = try self.call(method, parameters)
            return nil
        } catch {
            return error
        }
    }

    /// What `getUpdates` answers at once; none if it would wait.
    mutating func fetch(_ parameters: KeyValuePairs<String, String> = [:]) throws -> [JSONValue] {
        guard case .answer(let batch) = try self.poll(Parameters(parameters)) else { return [] }
        return Array(try parse(batch).elements)
    }

    mutating func fetchIDs(_ parameters: KeyValuePairs<String, String> = [:]) throws -> [Int64] {
        try self.fetch(parameters).compactMap { $0["update_id"]?.int64 }
    }

    mutating func wait(_ duration: Duration) { self.now = self.now + duration }
}
