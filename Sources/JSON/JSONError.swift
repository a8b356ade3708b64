/// Why a text was not accepted, and where.
public struct JSONError: Error, Equatable, Sendable {
    /// What was wrong.
    public enum Reason: String, Sendable {
        /// Nothing but white space.
        case empty
        /// A byte that the grammar does not allow there.
        case syntax
        /// The text ends inside a string or a container.
        case truncated
        /// A complete text, and then something else than white space.
        case trailingBytes
        /// A string that is not UTF-8: overlong, a surrogate, above U+10FFFF, or cut off.
        case invalidUTF8
        /// More nested containers than ``JSONLimits/depth``.
        case depth
        /// Two members of one object have the same name.
        case duplicateName
        /// Half of a surrogate pair, as an escape.
        case loneSurrogate
        /// More than ``JSONLimits/members``.
        case tooManyMembers
        /// More than ``JSONLimits/stringBytes``.
        case stringTooLong
        /// More than ``JSONDocument/bytesMax``.
        case documentTooLong
    }

    /// Index of the byte at which it was noticed; the length of the text if that was its end.
    public let offset: Int
    /// What was wrong.
    public let reason: Reason

    /// An error at a place in a text.
    public init(offset: Int, reason: Reason) {
        self.offset = offset
        self.reason = reason
    }
}

extension JSONError: CustomStringConvertible {
    /// The reason and the place; never a part of the text, which may be secret.
    public var description: String { "\(self.reason.rawValue) at byte \(self.offset)" }
}
