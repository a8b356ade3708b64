/// What is to be said.
package struct Message: Hashable, Sendable {
    package var text: String
    package var parseMode: String?
    package var disableNotification: Bool
    package var protectContent: Bool
    package var disablePreview: Bool
    /// Rows of inline buttons, as Telegram wants them.
    package var buttons: RawJSON?

    package init(
        text: String, parseMode: String? = nil, disableNotification: Bool = false, protectContent: Bool = false,
        disablePreview: Bool = false, buttons: RawJSON? = nil
    ) {
        self.text = text
        self.parseMode = parseMode
        self.disableNotification = disableNotification
        self.protectContent = protectContent
        self.disablePreview = disablePreview
        self.buttons = buttons
    }
}
