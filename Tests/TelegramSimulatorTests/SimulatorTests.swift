import ServiceLifecycle
import Testing

@testable import TelegramSimulator

@Suite struct SimulatorTests {
    @Test func `a wait that nothing comes for ends when its time is over`() async throws {
        let simulator = Simulator()
        await #expect(throws: SimulatorError.timedOut("0 messages taken, 0 updates pending")) {
            try await simulator.waitForMessages(timeout: .milliseconds(10))
        }
    }

    @Test func `a wait ends when its task is cancelled`() async {
        let simulator = Simulator()
        let result = await withTaskGroup(of: SimulatorError?.self) { group in
            group.addTask {
                do throws(SimulatorError) {
                    _ = try await simulator.waitForMessages()
                    return nil
                } catch {
                    return error
                }
            }
            group.cancelAll()
            return await group.next() ?? nil
        }
        #expect(result == .cancelled)
    }

    @Test func `a graceful shutdown stops it, even while a poll waits`() async throws {
        let simulator = Simulator()
        let services = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [simulator], logger: simulator.logger))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await services.run() }
            let client = TestClient(
                url: try await simulator.address().url, token: simulator.configuration.token)
            group.addTask { _ = try? await client.call("getUpdates", #"{"timeout":50}"#) }
            try await simulator.wait { $0.isPolling }
            await services.triggerGracefulShutdown()
            try await group.waitForAll()
        }
        #expect(!simulator.status.isPolling)
    }

    @Test func `the same seed gives the same world`() throws {
        func run(seed: UInt64) throws -> [[UInt8]] {
            var world = makeWorld { $0.seed = seed }
            for user in 1...5 as ClosedRange<Int64> {
                _ = try world.start(user: user, payload: "x")
                _ = try world.sendPhoto(user: user, caption: nil)
            }
            _ = try world.createGroup(.supergroup, title: "x")
            _ = try world.addBot(to: try #require(world.groups.keys.first), by: 1)
            return world.updates.all.map(\.json)
        }
        #expect(try run(seed: 3) == run(seed: 3))
        #expect(try run(seed: 3) != run(seed: 4))
    }
}
