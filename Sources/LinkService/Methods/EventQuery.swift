package import EventLog
internal import JSON

/// Which of the log's records a caller wants to read.
package struct EventQuery {
    static let limits: ClosedRange<Int64> = 1...1_000
    static let limitDefault = 100
    /// Bytes of records in one answer; a larger single record goes alone.
    static let bytesMax = 1 << 20
    /// Records looked at for one answer, so that a rare match cannot make a call read the whole log.
    static let scannedMax: UInt64 = 20_000

    package struct Page {
        /// The records as they are stored.
        package var events: [[UInt8]]
        /// Where to go on reading.
        package var next: UInt64
        package var head: LogHead
    }

    let from: UInt64
    let limit: Int
    let types: Set<String>?
    let user: String?
    let chat: Int64?

    package init(from: UInt64, limit: Int, types: Set<String>?, user: String?, chat: Int64?) {
        self.from = from
        self.limit = limit
        self.types = types
        self.user = user
        self.chat = chat
    }

    package func run(_ log: any EventLog) throws -> Page {
        let head = log.head
        var page = Page(events: [], next: self.from, head: head)
        guard self.from <= head.seq else { return page }
        var byteCount = 0
        let last = min(head.seq, self.from + (Self.scannedMax - 1))
        try log.forEach(from: self.from, through: last) { seq, bytes in
            if try self.matches(bytes) {
                guard page.events.isEmpty || byteCount + bytes.count <= Self.bytesMax else { return false }
                byteCount += bytes.count
                page.events.append([UInt8](bytes))
            }
            page.next = seq + 1
            return page.events.count < self.limit
        }
        return page
    }

    /// True when the record is one that the caller asked for.
    package func matches(_ bytes: UnsafeRawBufferPointer) throws -> Bool {
        guard self.types != nil || self.user != nil || self.chat != nil else { return true }
        let root = try JSONDocument([UInt8](bytes), limits: .tolerant).root
        if let types = self.types, !types.contains(root["type"]?.string ?? "") { return false }
        let personal = root["personal"]
        if let user = self.user, personal?["userId"]?.string != user { return false }
        if let chat = self.chat {
            return personal?["chatId"]?.int64 == chat || personal?["fromChatId"]?.int64 == chat
        }
        return true
    }
}

extension EventQuery {
    /// The parameters of a `readEvents` call that asks the same of a service, from `from` on.
    package func parameters(from: UInt64) -> [UInt8] {
        JSONWriter.object { writer in
            writer.member("from", from)
            writer.member("limit", self.limit)
            writer.member("userId", self.user)
            writer.member("chatId", self.chat)
            guard let types = self.types else { return }
            writer.name("types")
            writer.array { list in types.sorted().forEach { list.string($0) } }
        }
    }
}
