extension TextEntity {
    /// The entity that a link in markup becomes; nil if Telegram would show plain text, because it is no address.
    static func link(_ address: String, offset: Int, length: Int) -> TextEntity? {
        if let user = self.mentionedUser(address) {
            return TextEntity(.textMention, offset: offset, length: length, argument: user)
        }
        guard let url = self.normalized(address) else { return nil }
        return TextEntity(.textLink, offset: offset, length: length, argument: url)
    }

    /// The address as Telegram repeats it: with scheme and path; nil if it is none.
    static func normalized(_ address: String) -> String? {
        guard !address.isEmpty, !address.utf8.contains(where: \.isSpace) else { return nil }
        let scheme = address.firstRange(of: "://").map { String(address[..<$0.lowerBound]).lowercased() }
        if let scheme, !["http", "https", "tg", "ton", "tonsite", "ftp"].contains(scheme) { return nil }
        let rest = scheme.map { String(address.dropFirst($0.count + 3)) } ?? address
        let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard !host.isEmpty else { return nil }
        if scheme == "tg" { return address }
        guard host.contains(".") || host.hasPrefix("localhost") || scheme != nil else { return nil }
        let path = rest.dropFirst(host.count)
        return "\(scheme ?? "http")://\(host)\(path.hasPrefix("/") ? "" : "/")\(path)"
    }

    private static func mentionedUser(_ address: String) -> String? {
        guard address.hasPrefix("tg://user?id=") else { return nil }
        let id = String(address.dropFirst(13))
        return Int64(id) == nil ? nil : id
    }
}

extension [TextEntity] {
    /// Sorted as a message lists them: by place, what encloses before what is enclosed.
    var inReadingOrder: [TextEntity] {
        self.sorted { $0.offset != $1.offset ? $0.offset < $1.offset : $0.length > $1.length }
    }
}
