/// What kind of chat a token may link.
package enum ChatKind: String, Sendable, CaseIterable {
    case `private`
    case group
}
