import JSON

extension World {
    static let pollLimits: ClosedRange<Int64> = 1...100
    private static let pollSeconds: ClosedRange<Int64> = 0...50
    /// An offset further beyond the newest update than this is none.
    private static let offsetSlack: Int64 = 10
    /// An offset further below the oldest update than this is none.
    private static let offsetWindow: Int64 = 100_000
    /// One answer is cut there.
    private static let batchBytesMax = 4 << 20

    /// Confirms and fetches, or says how long to wait; then ``batch(limit:)`` has what came.
    mutating func poll(_ parameters: Parameters) throws(APIError) -> PollStep {
        guard self.webhook == nil else {
            throw .conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
        }
        self.allowedUpdates.update(from: parameters.json("allowed_updates"))
        self.updates.removeExpired(at: self.now)
        self.confirm(offset: parameters.int("offset"))
        let seconds = parameters.int("timeout", in: Self.pollSeconds, standard: 0)
        guard self.updates.count == 0, seconds > 0 else { return .answer(self.batch(limit: Self.limit(parameters))) }
        return .wait(.seconds(seconds))
    }

    /// The oldest updates, as the JSON text of an array.
    mutating func batch(limit: Int64) -> [UInt8] {
        self.updates.removeExpired(at: self.now)
        var batch: [UInt8] = [UInt8(ascii: "[")]
        for update in self.updates.all.prefix(Int(limit)) {
            if batch.count > 1 {
                guard batch.count + update.json.count <= Self.batchBytesMax else { break }
                batch += [UInt8(ascii: ","), UInt8(ascii: "\n")]
            }
            batch += update.json
        }
        batch.append(UInt8(ascii: "]"))
        return batch
    }

    static func limit(_ parameters: Parameters) -> Int64 {
        parameters.int("limit", in: Self.pollLimits, standard: Self.pollLimits.upperBound)
    }

    private mutating func confirm(offset: Int64) {
        if offset < 0 { return self.updates.keepLast(Int(clamping: -offset)) }
        let oldest = self.updates.oldestID ?? self.updates.nextID
        let isKnown =
            offset <= self.updates.nextID - 1 + Self.offsetSlack && offset >= oldest - Self.offsetWindow
        if offset > 0, isKnown { self.updates.confirm(below: offset) }
    }
}
