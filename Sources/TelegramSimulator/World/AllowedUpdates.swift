import JSON

/// Which kinds of update the bot asked for. One setting, shared by `getUpdates` and `setWebhook`.
struct AllowedUpdates: Sendable, Equatable {
    private(set) var kinds = UpdateKind.standard

    /// Takes a new setting: none, or no list, changes nothing; a list without a known name means the standard.
    mutating func update(from value: JSONValue?) {
        guard let value, value.kind == .array else { return }
        let names = value.elements.compactMap { $0.string?.lowercased() }
        let known = Set(names.compactMap(UpdateKind.init(rawValue:)))
        self.kinds = known.isEmpty ? UpdateKind.standard : known
    }

    /// The names as `WebhookInfo` lists them; nil if they are the standard.
    var listed: [String]? {
        guard self.kinds != UpdateKind.standard else { return nil }
        return UpdateKind.allCases.filter(self.kinds.contains).map(\.rawValue)
    }
}
