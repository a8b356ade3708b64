/// Waiting without polling.
extension Simulator {
    /// How long a wait lasts that says nothing else.
    package static let patience = Duration.seconds(30)

    /// The address, as soon as ``run()`` listens.
    package func address(timeout: Duration = patience) async throws(SimulatorError) -> SimulatorAddress {
        let listening: Listening = try await self.wait(timeout: timeout) { state in
            if case .notYet = state.listening { return nil }
            return state.listening
        }
        switch listening {
        case .at(let address): return address
        case .failed(let reason): throw .notListening(reason)
        case .notYet: throw .notListening("not running")
        }
    }

    /// The messages that were taken after `sequence`, of one chat or of all, as soon as there are `count` of them.
    package func waitForMessages(
        chat: Int64? = nil, after sequence: UInt64 = 0, count: Int = 1, timeout: Duration = patience
    ) async throws(SimulatorError) -> [TakenMessage] {
        try await self.wait(timeout: timeout) { state in
            guard state.world.messages.taken >= sequence &+ UInt64(count) else { return nil }
            let messages = state.world.messages.list(chat: chat, after: sequence)
            return messages.count >= count ? messages : nil
        }
    }

    /// Returns as soon as `condition` holds.
    package func wait(
        timeout: Duration = patience, until condition: (SimulatorStatus) -> Bool
    ) async throws(SimulatorError) {
        try await self.wait(timeout: timeout) { state in
            condition(SimulatorStatus(state.world, isPolling: state.poll != nil)) ? () : nil
        }
    }

    /// The callback query as soon as the bot answered it.
    package func waitForAnswer(
        toCallback id: String, timeout: Duration = patience
    ) async throws(SimulatorError) -> CallbackQuery {
        try await self.wait(timeout: timeout) { state in
            state.world.callbacks[id].flatMap { $0.answer == nil ? nil : $0 }
        }
    }
}
