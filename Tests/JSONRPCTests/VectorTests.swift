import Foundation
import Testing

@testable import JSONRPC

/// `Protocol/vectors/jsonrpc.json`, played to a server over a socket.
@Suite(.timeLimit(.minutes(2)))
struct VectorTests {
    @Test func `there are vectors`() throws {
        #expect(try Vector.all.count >= 102)
    }

    @Test func `every vector holds`() async throws {
        try await withServer { _, endpoint in
            for vector in try Vector.all {
                let peer = try await RawPeer.connect(to: endpoint)
                let came = try await vector.isRaw ? self.playRaw(vector, peer) : self.play(vector, peer)
                #expect(
                    vector.accepts(came.frames, text: came.text, isClosed: came.isClosed),
                    "\(vector.name): \(came.text)")
                await peer.close()
            }
        }
    }

    private typealias Came = (frames: [NSObject], text: String, isClosed: Bool)

    /// Sends one line, and another whose answer shows that the first will have no more.
    private func play(_ vector: Vector, _ peer: RawPeer) async throws -> Came {
        peer.send(vector.bytes + [UInt8(ascii: "\n")])
        peer.call("ping", id: "\"the end\"")
        var lines: [String] = []
        while let line = await peer.line() {
            guard !line.contains("\"the end\"") else { return (try lines.map(Vector.value), lines.joined(), false) }
            lines.append(line)
        }
        return (try lines.map(Vector.value), lines.joined(), true)
    }

    private func playRaw(_ vector: Vector, _ peer: RawPeer) async throws -> Came {
        peer.send(vector.bytes)
        // A server that has to close by itself gets no hint.
        if !vector.endsWithClose { try await peer.endSending() }
        let text = await peer.rest()
        let frames =
            vector.isHeaderFramed ? try Self.bodies(text) : text.split(whereSeparator: \.isNewline).map(String.init)
        if let end = vector.replyEnd { #expect(text.hasSuffix(end) && !text.hasSuffix("\r\n")) }
        return (try frames.map(Vector.value), text, vector.endsWithClose)
    }

    private static func bodies(_ text: String) throws -> [String] {
        var rest = Array(text.utf8)[...]
        var bodies: [String] = []
        while !rest.isEmpty {
            let block = String(decoding: rest, as: UTF8.self)
            let header = try #require(block.firstMatch(of: /^Content-Length: (\d+)\r\n\r\n/))
            let length = try #require(Int(header.1))
            let start = rest.startIndex + header.0.utf8.count
            bodies.append(String(decoding: rest[start..<start + length], as: UTF8.self))
            rest = rest[(start + length)...]
        }
        return bodies
    }
}
