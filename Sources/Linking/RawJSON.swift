/// A piece of JSON text that the domain carries without looking inside: an update, a context, keyboard buttons.
package struct RawJSON: Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }
}
