/// What goes wrong, and updates made by hand.
extension Simulator {
    /// Scripts a fault. Of several rules that match a call the oldest counts.
    package func fail(_ rule: FaultRule) throws(ActionRefusal) {
        try self.update { world throws(ActionRefusal) in try world.faults.add(rule) }
    }

    /// Scripts a fault for the next `times` calls of `method`.
    package func fail(
        _ fault: Fault, method: String? = nil, chat: Int64? = nil, times: Int = 1
    ) throws(ActionRefusal) {
        try self.fail(FaultRule(fault, method: method, chat: chat, times: times))
    }

    /// Lets faults come at random from now on; nil: no more.
    package func failAtRandom(_ faults: RandomFaults?) { self.update { $0.faults.random = faults } }

    /// Forgets what is scripted and what is random. The counts stay.
    package func clearFaults() { self.update { $0.faults.clear() } }

    /// Lets any JSON value wait for the bot as an update, whatever the bot asked for. An object gets the next number as
    /// its `update_id`, in place of one that it has. By `isVerbatim`, and if it is no object, it goes as it is: that is
    /// for webhooks, since a bot that polls confirms updates by number.
    @discardableResult
    package func inject(update json: String, isVerbatim: Bool = false) throws(ActionRefusal) -> ActionReceipt {
        try self.update { world throws(ActionRefusal) in
            try world.inject(Array(json.utf8), isVerbatim: isVerbatim)
        }
    }

    /// Goes on counting updates at `next` (nil: at random, as Telegram does after an idle week), which is returned.
    /// Only possible while no update waits.
    @discardableResult
    package func renumberUpdates(next: Int64? = nil) throws(ActionRefusal) -> Int64 {
        try self.update { world throws(ActionRefusal) in try world.renumberUpdates(next: next) }
    }
}
