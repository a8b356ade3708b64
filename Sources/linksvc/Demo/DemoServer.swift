import Hummingbird
import Logging
import NIOCore
import ServiceLifecycle

/// The HTTP server of the page.
struct DemoServer: Sendable {
    let feed: DemoFeed
    let actions: DemoActions
    let port: Int
    let logger: Logger

    /// Serves until the task is cancelled or a graceful shutdown begins.
    ///
    /// - Parameter onReady: called once, with the page's address.
    /// - Throws: if it cannot listen.
    func run(onReady: @escaping @Sendable (String) async -> Void) async throws {
        let application = Application(
            router: self.router,
            configuration: .init(address: .hostname("127.0.0.1", port: self.port), serverName: nil),
            onServerRunning: { channel in
                await onReady("http://127.0.0.1:\(channel.localAddress?.port ?? self.port)/")
            }, logger: self.logger)
        try await withGracefulShutdownHandler {
            try await application.run()
        } onGracefulShutdown: {
            // Their connections would stay open as long as the pages are.
            self.feed.close()
        }
    }

    private var router: Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        router.add(middleware: DemoGuard())
        for asset in DemoPage.assets {
            router.get(RouterPath(asset.path)) { _, _ in
                Response(
                    status: .ok, headers: [.contentType: asset.type],
                    body: ResponseBody(byteBuffer: ByteBuffer(string: asset.text)))
            }
        }
        let events = DemoEventStream(feed: self.feed)
        router.get("/events") { request, _ in events.respond(to: request) }
        self.actions.add(to: router)
        return router
    }
}
