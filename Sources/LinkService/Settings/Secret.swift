/// A text that must never be shown: what prints, logs or dumps it shows `<redacted>`.
package struct Secret: Sendable, Hashable {
    /// The text itself. Reading it is the one place to look at when asking where a secret can go.
    package let revealed: String

    /// Wraps `text`, which may be anything.
    package init(_ text: String) {
        self.revealed = text
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<redacted>" }

    package var debugDescription: String { "<redacted>" }

    package var customMirror: Mirror { Mirror(self, children: []) }
}
