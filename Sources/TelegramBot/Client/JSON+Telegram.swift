import JSON

extension JSONLimits {
    /// Whatever is JSON at all: what Telegram sends must never be lost over a nicety. Its size is bounded elsewhere.
    static let anything = JSONLimits(depth: .max, uniqueNames: false, loneSurrogates: true)
}

extension JSONWriter {
    /// Writes a member for true; absence means false to Telegram.
    mutating func memberIfTrue(_ name: StaticString, _ value: Bool) {
        guard value else { return }
        self.name(name)
        self.bool(true)
    }

    /// Writes a member that is an array of strings. An empty one has a meaning to Telegram: back to the default.
    mutating func member(_ name: StaticString, _ values: [String]) {
        self.name(name)
        self.beginArray()
        for value in values {
            self.string(value)
        }
        self.endArray()
    }
}
