/// Calls of the Bot API, as the HTTP side makes them.
extension Simulator {
    /// Does what the method does; `getUpdates` returns when it has updates, or its time is over.
    func call(_ name: String, _ parameters: Parameters) async -> Result<MethodResult, APIError> {
        do throws(APIError) {
            guard let method = BotMethod(name: name) else { throw .methodNotFound }
            if method == .getUpdates { return .success(MethodResult(try await self.poll(parameters))) }
            return .success(
                try self.update { world throws(APIError) in try world.call(method, parameters) })
        } catch {
            return .failure(error)
        }
    }

    /// Notes what became of the answer to a message.
    func note(_ answer: TakenMessage.Answer, for sequence: UInt64) {
        self.update { $0.messages[sequence]?.answer = answer }
    }

    private func poll(_ parameters: Parameters) async throws(APIError) -> [UInt8] {
        let waiter = OneShot<PollWake>()
        let step = try self.updateState { state throws(APIError) in
            let step = try state.world.poll(parameters)
            guard case .wait = step else { return step }
            state.poll?.fire(
                .refused(
                    .conflict(
                        "terminated by other getUpdates request; make sure that only one bot instance is running")))
            state.poll = waiter
            return step
        }
        switch step {
        case .answer(let batch): return batch
        case .wait(let patience):
            let wake = await waiter.value(within: patience, clock: self.clock)
            if case .refused(let error) = wake {
                self.endPoll(waiter)
                throw error
            }
            return self.updateState { state in
                if state.poll === waiter { state.poll = nil }
                return state.world.batch(limit: World.limit(parameters))
            }
        }
    }

    private func endPoll(_ waiter: OneShot<PollWake>) {
        self.updateState { state in if state.poll === waiter { state.poll = nil } }
    }
}
