import NIOCore

/// The batches of a connection whose answers are being collected.
struct BatchTable {
    private struct Open {
        var answers = ByteBuffer()
        var answerCount = 0
        /// Calls that are running, and 1 as long as elements are to come.
        var pending = 1
    }

    private var open: [Int: Open] = [:]
    private var lastKey = 0

    var isEmpty: Bool { self.open.isEmpty }

    /// Opens a batch whose elements are to come.
    mutating func begin() -> Int {
        self.lastKey &+= 1
        self.open[self.lastKey] = Open()
        return self.lastKey
    }

    /// One more call of the batch is running.
    mutating func retain(_ key: Int) { self.open[key]?.pending += 1 }

    /// Adds an answer. One that would make the whole longer than `limit` becomes an error, which is short.
    @discardableResult
    mutating func add(_ answer: Answer, to key: Int, limit: Int) -> Bool {
        guard var batch = self.open.removeValue(forKey: key) else { return true }
        defer { self.open[key] = batch }
        let fits = batch.answers.readableBytes + answer.byteCount <= limit
        batch.answers.writeStaticString(batch.answerCount == 0 ? "[" : ",")
        batch.answerCount += 1
        if fits {
            answer.write(to: &batch.answers)
        } else {
            Answer(id: answer.id, .failure(.answerTooLarge(limit: limit))).write(to: &batch.answers)
        }
        return fits
    }

    /// One call of the batch has ended, or no more elements come. Gives the batch's answer when that was the last.
    mutating func release(_ key: Int) -> ByteBuffer? {
        self.open[key]?.pending -= 1
        guard self.open[key]?.pending == 0, var batch = self.open.removeValue(forKey: key), batch.answerCount > 0 else {
            return nil
        }
        batch.answers.writeInteger(UInt8(ascii: "]"))
        return batch.answers
    }
}

extension RPCError {
    static func answerTooLarge(limit: Int) -> RPCError {
        .tooLarge(limit: limit, hint: "The answer has more bytes than the limit. Ask for less at once.")
    }
}
