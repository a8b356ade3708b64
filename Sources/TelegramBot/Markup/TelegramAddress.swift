/// The addresses that MarkdownV2's `![…](…)` takes.
enum TelegramAddress {
    /// Whether it is `tg://emoji?id=…` or `tg://time?unix=…`, with numbers that can be.
    static func isEmojiOrTime(_ address: String) -> Bool {
        if let query = Self.query(address, host: "emoji") {
            return (Self.value("id", in: query).flatMap { Int64($0) } ?? 0) != 0
        }
        if let query = Self.query(address, host: "time") {
            let format = Self.value("format", in: query) ?? ""
            return (Self.value("unix", in: query).flatMap { Int32($0) } ?? 0) > 0
                && (["r", "R"].contains(format) || format.allSatisfy("tTdDwW".contains))
        }
        return false
    }

    private static func query(_ address: String, host: String) -> Substring? {
        let lowercased = address.lowercased()
        for prefix in ["tg://\(host)?", "tg:\(host)?"] where lowercased.hasPrefix(prefix) {
            return address.dropFirst(prefix.count)
        }
        return nil
    }

    private static func value(_ name: String, in query: Substring) -> Substring? {
        for parameter in query.split(separator: "&") where parameter.hasPrefix("\(name)=") {
            return parameter.dropFirst(name.count + 1)
        }
        return nil
    }
}
