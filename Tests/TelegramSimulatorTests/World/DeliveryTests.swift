import JSON
import Testing

@testable import TelegramSimulator

@Suite struct DeliveryTests {
    private func world() throws -> World {
        var world = makeWorld()
        try world.ask(.setWebhook, ["url": "http://localhost/", "secret_token": "s"])
        return world
    }

    private func delivery(_ world: inout World) throws -> Delivery {
        guard case .deliver(let delivery) = world.nextDelivery() else { throw ActionRefusal.invalid("nothing is due") }
        return delivery
    }

    private func isIdle(_ world: inout World) -> Bool {
        if case .wait = world.nextDelivery() { return true }
        return false
    }

    @Test func `what is accepted is not pending any more`() throws {
        var world = try self.world()
        _ = try world.start(user: 1, payload: nil)
        let delivery = try self.delivery(&world)
        #expect(world.updates.count == 1)
        world.finish(delivery, .accepted)
        #expect(world.updates.count == 0)
        #expect(self.isIdle(&world))
    }

    @Test func `a message and a my_chat_member of one chat go at the same time`() throws {
        var world = try self.world()
        _ = try world.start(user: 1, payload: nil)
        _ = try world.block(user: 1)
        _ = try world.start(user: 1, payload: nil)
        #expect(try self.delivery(&world).lane.name == "messages")
        #expect(try self.delivery(&world).lane.name == "my_chat_member")
        #expect(self.isIdle(&world))
    }

    @Test func `a failure is kept in the info after a later success`() throws {
        var world = try self.world()
        _ = try world.start(user: 1, payload: nil)
        world.finish(
            try self.delivery(&world), .refused(status: 500, reason: "Internal Server Error", retryAfterSeconds: nil))
        world.wait(.seconds(5))
        world.finish(try self.delivery(&world), .accepted)
        let info = try world.ask(.getWebhookInfo)
        #expect(info["last_error_date"]?.int64 == evening.seconds)
        #expect(
            info["last_error_message"]?.string == "Wrong response from the webhook: 500 Internal Server Error")
        try world.ask(.deleteWebhook)
        #expect(try world.ask(.getWebhookInfo)["last_error_message"] == nil)
    }

    @Test func `what expires is dropped, and the lane goes on`() throws {
        var world = try self.world()
        _ = try world.start(user: 1, payload: nil)
        world.finish(try self.delivery(&world), .failed("Connection refused"))
        world.finish(try self.delivery(&world), .failed("Connection refused"))
        world.wait(.seconds(86_400))
        _ = try world.type("later", user: 1)
        let delivery = try self.delivery(&world)
        #expect(text(delivery.json).contains("later"))
        #expect(world.updates.count == 1)
    }

    @Test func `an answer to a webhook that was replaced changes nothing`() throws {
        var world = try self.world()
        _ = try world.start(user: 1, payload: nil)
        let old = try self.delivery(&world)
        try world.ask(.setWebhook, ["url": "http://localhost/other"])
        world.finish(old, .accepted)
        #expect(world.updates.count == 1)
        #expect(try self.delivery(&world).settings.url == "http://localhost/other")
    }

    @Test func `410 for 23 hours removes the webhook`() throws {
        var world = try self.world()
        let gone = DeliveryOutcome.refused(status: 410, reason: "Gone", retryAfterSeconds: 3_600)
        _ = try world.start(user: 1, payload: nil)
        for hour in 0..<24 {
            #expect(world.webhook != nil, "hour \(hour)")
            world.finish(try self.delivery(&world), gone)
            world.wait(.seconds(3_600))
        }
        #expect(world.webhook == nil)
        #expect(world.updates.count == 1)
    }

    @Test func `a scripted lost answer brings the update again`() throws {
        var world = try self.world()
        try world.faults.add(FaultRule(.resetAfter, method: "webhook"))
        _ = try world.start(user: 1, payload: nil)
        let first = try self.delivery(&world)
        world.finish(first, .accepted)
        let second = try self.delivery(&world)
        #expect(second.updateID == first.updateID)
        world.finish(second, .accepted)
        #expect(world.updates.count == 0)
    }
}
