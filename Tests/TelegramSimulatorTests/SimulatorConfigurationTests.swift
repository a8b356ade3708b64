import Testing

@testable import TelegramSimulator

@Suite struct SimulatorConfigurationTests {
    @Test func `the bot's id is the one in its token`() {
        var configuration = SimulatorConfiguration()
        configuration.token = "777:other"
        #expect(configuration.bot.id == 777)
    }
}
