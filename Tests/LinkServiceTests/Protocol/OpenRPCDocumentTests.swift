import EventLog
import Foundation
import JSON
import JSONRPC
import Linking
import Logging
import Testing

@testable import LinkService

@Suite struct OpenRPCDocumentTests {
    static func document() throws -> JSONValue { try JSONDocument(OpenRPCDocument.bytes).root }

    /// Lends the methods of a service to `body`.
    static func withMethods(_ body: ([JSONRPC.Method]) throws -> Void) throws {
        let world = try JournalWorld()
        let core = ServiceCore(
            journal: world.journal, log: world.log, projections: ProjectionDirectory(dataDirectory: world.directory),
            options: ServiceOptions(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        try body(ServiceMethods(core: core).all)
    }

    @Test func `rpc.discover serves the document that is checked in`() throws {
        try Self.withMethods { methods in
            let discover = try #require(methods.first { $0.name == "rpc.discover" })
            guard case .immediate(let body) = discover.handler else {
                Issue.record("rpc.discover waits for something")
                return
            }
            let call = Call(
                method: discover.name, params: Params(nil, declared: []),
                connection: ConnectionInfo(id: 1, principal: "rpc:local", peer: "test"))
            let served = try body(call).json
            #expect(
                try ProtocolFiles.json("openrpc.json").minified == served,
                """
                Protocol/openrpc.json is stale: \
                linksvc call rpc.discover | python3 -m json.tool --indent 2 --no-ensure-ascii > Protocol/openrpc.json
                """)
        }
    }

    @Test func `every method is described as it is registered`() throws {
        try Self.withMethods { methods in
            #expect(MethodDescription.all.map(\.name) == methods.map(\.name))
            for (method, described) in zip(methods, MethodDescription.all) {
                #expect(described.parameters.map(\.name) == method.parameters, "\(method.name)")
                #expect(described.byPosition == method.byPosition, "\(method.name)")
                #expect(described.allowsNotification == method.notification, "\(method.name)")
            }
        }
    }

    @Test func `the document has what OpenRPC requires`() throws {
        let document = try Self.document()
        #expect(document["openrpc"]?.string == "1.3.2")
        #expect(document["info"]?["title"]?.string != nil)
        #expect(document["info"]?["version"]?.string != nil)
        let methods = try #require(document["methods"])
        #expect(methods.count == MethodDescription.all.count)
        for method in methods.elements {
            let name = try #require(method["name"]?.string)
            #expect(method["summary"]?.string != nil, "\(name)")
            #expect(["either", "by-name"].contains(method["paramStructure"]?.string), "\(name)")
            #expect(method["params"]?.kind == .array, "\(name)")
            #expect(method["result"]?["name"]?.string != nil && method["result"]?["schema"] != nil, "\(name)")
            #expect(method["x-scope"]?.isNull == true || Scope(rawValue: method["x-scope"]?.string ?? "") != nil)
            #expect(method["x-notification-allowed"]?.bool != nil, "\(name)")
            #expect((method["examples"]?.count ?? 0) > 0, "\(name)")
            for parameter in method["params"]?.elements ?? methods.elements {
                #expect(parameter["name"]?.string != nil && parameter["schema"]?.kind == .object, "\(name)")
                #expect(parameter["required"]?.bool != nil, "\(name)")
            }
        }
    }

    @Test func `required parameters come before optional ones where position counts`() throws {
        for method in MethodDescription.all where method.byPosition {
            let required = method.parameters.map(\.isRequired)
            #expect(required == required.sorted { $0 && !$1 }, "\(method.name)")
        }
    }

    @Test func `every error says its name, and has one message for each code`() throws {
        var messages: [Int: String] = [:]
        for error in MethodDescription.all.flatMap(\.errors) + RPCError.catalogue {
            #expect(error.name != nil && error.member("retryable")?.bool != nil && error.hint != nil)
            #expect(messages[error.code, default: error.message] == error.message)
            messages[error.code] = error.message
        }
        let catalogue = Set(RPCError.catalogue.map(\.name))
        for method in MethodDescription.all {
            #expect(method.errors.allSatisfy { catalogue.contains($0.name) }, "\(method.name)")
        }
    }

    @Test(arguments: MethodDescription.all.map(\.name))
    func `the examples of a method fit its schemas`(name: String) throws {
        let document = try Self.document()
        let check = SchemaCheck(root: document)
        let method = try #require(document["methods"]?.elements.first { $0["name"]?.string == name })
        let parameters = method["params"]?.elements.map { $0 } ?? []
        for example in try #require(method["examples"]).elements {
            let given = example["params"]?.elements.map { $0 } ?? []
            for parameter in parameters where parameter["required"]?.bool == true {
                #expect(given.contains { $0["name"]?.string == parameter["name"]?.string })
            }
            for argument in given {
                let parameter = try #require(parameters.first { $0["name"]?.string == argument["name"]?.string })
                let (value, schema) = (try #require(argument["value"]), try #require(parameter["schema"]))
                #expect(check.faults(value, schema) == [])
            }
            let result = try #require(example["result"]?["value"])
            #expect(check.faults(result, try #require(method["result"]?["schema"])) == [])
        }
    }

    @Test func `the README names every error that there is`() throws {
        let readme = try String(contentsOf: ProtocolFiles.root.appendingPathComponent("README.md"), encoding: .utf8)
        for error in RPCError.catalogue {
            let name = try #require(error.name)
            #expect(readme.contains("| \(error.code) | `") && readme.contains("`\(name)`"), "\(name)")
        }
    }
}
