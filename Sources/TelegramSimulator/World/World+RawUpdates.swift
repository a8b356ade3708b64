import JSON

/// Updates that are made by hand, and the numbers that updates get.
extension World {
    /// Lets any JSON value wait for the bot as an update, whatever the bot asked for. An object gets the next number as
    /// its `update_id`, in place of one that it has; by `isVerbatim`, and if it is no object, it goes as it is, which
    /// only a webhook can make anything of.
    mutating func inject(_ json: [UInt8], isVerbatim: Bool = false) throws(ActionRefusal) -> ActionReceipt {
        let root: JSONValue
        do { root = try JSONDocument(json, limits: .tolerant).root } catch { throw .invalid("the update is not JSON") }
        let content = root.members.first { $0.name != "update_id" }
        let kind = content.flatMap { UpdateKind(rawValue: $0.name) }
        let chat = content?.value["chat"]?["id"]?.int64 ?? content?.value["from"]?["id"]?.int64 ?? 0
        let lane = kind?.lane(id: chat) ?? UpdateLane(name: content?.name ?? "", id: chat)
        let update = self.enqueue(lane: lane, lifetime: kind?.lifetime ?? .seconds(86_400)) { number in
            isVerbatim || root.kind != .object ? json : Self.numbered(root, number)
        }
        var receipt = ActionReceipt()
        receipt.add(update)
        return receipt
    }

    /// Goes on counting at `next`, or at random as Telegram does after an idle week.
    mutating func renumberUpdates(next: Int64? = nil) throws(ActionRefusal) -> Int64 {
        let next = next ?? Int64.random(in: UpdateQueue.startIDs, using: &self.random)
        guard (1...Int64(Int32.max)).contains(next) else { throw .invalidID(next) }
        try self.updates.renumber(nextID: next)
        return next
    }

    private static func numbered(_ update: JSONValue, _ number: Int64) -> [UInt8] {
        JSONWriter.object(capacity: update.text.count + 32) {
            $0.member("update_id", number)
            for (name, value) in update.members where name != "update_id" {
                $0.name(name)
                $0.value(value)
            }
        }
    }
}
