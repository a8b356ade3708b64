import ArgumentParser
import Foundation
import JSON

/// A JSON text given on the command line; `-` takes it from standard input.
enum JSONArgument {
    /// More than the service takes in one call.
    private static let bytesMax = 16 << 20

    /// The text, checked to be JSON, without white space between its tokens, so that it is one line.
    static func read(_ text: String, _ name: String) throws -> JSONValue {
        do throws(JSONError) {
            let bytes = text == "-" ? Self.standardInput() : Array(text.utf8)
            return try JSONDocument(bytes).root
        } catch {
            throw ValidationError("\(name) is not JSON: \(error)")
        }
    }

    /// All of standard input, as far as a call could use it.
    static func standardInput() -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count <= Self.bytesMax, let data = try? FileHandle.standardInput.read(upToCount: 1 << 16),
            !data.isEmpty
        {
            bytes += data
        }
        return bytes
    }
}
