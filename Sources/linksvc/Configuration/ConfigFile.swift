import Configuration
import Foundation
import Synchronization

/// Reads the file of `--config`: JSON if its name ends in `.json`, YAML if in `.yaml` or `.yml`.
///
/// A name may be written as in the environment (`LINKSVC_RPC_PORT`) or as a path (`linksvc: {rpc: {port: 7410}}`).
struct ConfigFile: Equatable {
    /// The values by the setting's name in the environment.
    let values: [String: String]

    /// Reads `bytes`, the content of the file at `path`.
    ///
    /// - Throws: A fault that says what is wrong and where, never repeating the file's content.
    init(_ bytes: [UInt8], path: String) throws(ValueFault) {
        let names = Names()
        let snapshot: any ConfigSnapshot
        switch path.split(separator: ".").last?.lowercased() {
        case "json": snapshot = try Self.json(bytes, path, names)
        case "yaml", "yml": snapshot = try Self.yaml(bytes, path, names)
        default: throw ValueFault("is named neither .json, .yaml nor .yml")
        }
        var values: [String: String] = [:]
        for name in names.sorted {
            let setting = Self.setting(named: name)
            guard let value = Self.text(of: name, in: snapshot), !value.isEmpty else { continue }
            guard values.updateValue(value, forKey: setting) == nil else { throw ValueFault("gives \(setting) twice") }
        }
        self.values = values
    }

    private static func json(_ bytes: [UInt8], _ path: String, _ names: Names) throws(ValueFault) -> JSONSnapshot {
        let options = JSONSnapshot.ParsingOptions(secretsSpecifier: .dynamic { name, _ in names.note(name) })
        do {
            return try JSONSnapshot(data: bytes.span.bytes, providerName: path, parsingOptions: options)
        } catch {
            let detail = (error as NSError).userInfo["NSDebugDescription"].map { ": \($0)" } ?? ""
            throw ValueFault("is not a JSON object of settings\(detail)")
        }
    }

    private static func yaml(_ bytes: [UInt8], _ path: String, _ names: Names) throws(ValueFault) -> YAMLSnapshot {
        let options = YAMLSnapshot.ParsingOptions(secretsSpecifier: .dynamic { name, _ in names.note(name) })
        do {
            return try YAMLSnapshot(data: bytes.span.bytes, providerName: path, parsingOptions: options)
        } catch {
            // The parser's message goes on with the line itself, which may hold a secret: keep "line:column" alone.
            let place = "\(error)".prefix { $0.isNumber || $0 == ":" }.split(separator: ":").map { String($0) }
            let detail = place.count == 2 ? ": line \(place[0]), column \(place[1])" : ""
            throw ValueFault("is not a YAML mapping of settings\(detail)")
        }
    }

    /// `linksvc.rpc.port`, `linksvc.rpcPort` and `LINKSVC_RPC_PORT` are all `LINKSVC_RPC_PORT`.
    private static func setting(named path: String) -> String {
        var name = ""
        var previous: Character = "_"
        for character in path {
            if previous.isLowercase, character.isUppercase { name += "_" }
            name += character == "." || character == "-" ? "_" : character.uppercased()
            previous = character
        }
        return name
    }

    /// A value as one would write it in the environment: numbers in digits, lists with commas.
    private static func text(of name: String, in snapshot: any ConfigSnapshot) -> String? {
        let types: [ConfigType] = [.string, .stringArray, .int, .double]
        let values = types.lazy.compactMap { type in
            try? snapshot.value(forKey: AbsoluteConfigKey([name]), type: type).value
        }
        switch values.first?.content {
        case .string(let text): return text
        case .stringArray(let list): return list.joined(separator: ",")
        case .int(let number): return "\(number)"
        case .double(let number): return "\(number)"
        default: return nil
        }
    }
}

/// The names in a file. The library does not list them, but asks of each whether it is secret: that is where we listen.
private final class Names: Sendable {
    private let names = Mutex<Set<String>>([])

    func note(_ name: String) -> Bool {
        self.names.withLock { $0.insert(name).inserted }
    }

    var sorted: [String] {
        self.names.withLock { $0.sorted() }
    }
}
