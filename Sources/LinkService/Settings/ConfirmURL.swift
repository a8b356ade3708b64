/// The address of the page on which a signed-in user confirms a chat: a URL with `{code}` where the code goes.
package struct ConfirmURL: Sendable, Equatable {
    /// What stands for the code.
    package static let placeholder = "{code}"

    /// The URL, placeholder included.
    package let template: String

    /// Takes `template`, or gives nil if the placeholder is not in it. Whether it is a URL is not checked.
    package init?(template: String) {
        guard !template.split(separator: Self.placeholder, omittingEmptySubsequences: false).dropFirst().isEmpty else {
            return nil
        }
        self.template = template
    }

    /// The address for one code. Codes are base64url, so nothing in them needs escaping.
    package func url(code: String) -> String {
        self.template.split(separator: Self.placeholder, omittingEmptySubsequences: false).joined(separator: code)
    }
}
