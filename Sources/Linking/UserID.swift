/// The application's own name for a user: opaque, 1 to 256 bytes of UTF-8.
package struct UserID: Hashable, Sendable {
    package let text: String

    /// Fails when `text` is empty or longer than 256 bytes.
    package init?(_ text: String) {
        guard (1...256).contains(text.utf8.count) else { return nil }
        self.text = text
    }

    /// An id read back from the log or a projection, taken as it stands.
    package init(stored text: String) {
        self.text = text
    }
}
