import Hummingbird
import NIOCore

/// `GET /events`: everything that the page shows, and from then on what changes, as server-sent events.
struct DemoEventStream: Sendable {
    let feed: DemoFeed

    /// A response that ends when the page goes away, or the demo stops.
    func respond(to request: Request) -> Response {
        guard let changes = self.feed.changes() else {
            return DemoError(.serviceUnavailable, "Too many pages are open.").response
        }
        return Response(
            status: .ok, headers: [.contentType: "text/event-stream"],
            body: ResponseBody { writer in
                // The one request of this connection: that its other end says no more means that it went away.
                try await request.body.consumeWithCancellationOnInboundClose { _ in
                    var position = DemoFeed.Position()
                    for await _ in changes {
                        // JSON texts of ours have no line breaks, so that each is one line of data.
                        try await writer.write(Self.event(self.feed.changes(since: &position)))
                    }
                }
                try await writer.finish(nil)
            })
    }

    private static func event(_ json: [UInt8]) -> ByteBuffer {
        var buffer = ByteBuffer()
        buffer.reserveCapacity(json.count + 8)
        buffer.writeString("data: ")
        buffer.writeBytes(json)
        buffer.writeString("\n\n")
        return buffer
    }
}
