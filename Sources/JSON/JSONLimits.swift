/// What a reader accepts beyond being well-formed JSON in valid UTF-8, which is always required.
public struct JSONLimits: Sendable, Equatable {
    /// How many containers may lie inside one another: `[[]]` has depth 2.
    public var depth = 32
    /// Whether an object with two members of the same name (compared after decoding escapes) is refused.
    public var uniqueNames = true
    /// Whether `\uD800`…`\uDFFF` without its other half is accepted. ``JSONValue/string`` then gives U+FFFD for it.
    public var loneSurrogates = false
    /// The most members of one object, or elements of one array.
    public var members = Int.max
    /// The most bytes between the quotes of one string or name, escapes not decoded.
    public var stringBytes = Int.max

    /// The defaults: depth 32, unique names, no lone surrogates.
    public static let strict = JSONLimits()

    /// All that the grammar of RFC 8259 allows, to a depth of 512. Invalid UTF-8 is refused still.
    public static let tolerant = JSONLimits(depth: 512, uniqueNames: false, loneSurrogates: true)

    /// Limits that differ from ``strict`` in what is named.
    public init(
        depth: Int = 32, uniqueNames: Bool = true, loneSurrogates: Bool = false, members: Int = .max,
        stringBytes: Int = .max
    ) {
        self.depth = depth
        self.uniqueNames = uniqueNames
        self.loneSurrogates = loneSurrogates
        self.members = members
        self.stringBytes = stringBytes
    }
}
