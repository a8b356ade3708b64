internal import NIOPosix
internal import ServiceLifecycle

/// The journal as the last part to stop: when nobody gives orders any more.
struct JournalService: Service {
    let journal: Journal

    func run() async throws {
        try? await gracefulShutdown()
        // It blocks on the disk until everything is written.
        try await NIOThreadPool.singleton.runIfActive { self.journal.stop() }
    }
}
