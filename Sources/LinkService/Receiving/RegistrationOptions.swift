internal import Linking

/// What bot-first registration needs.
struct RegistrationOptions: Sendable {
    /// The application's page that confirms a chat.
    let confirmURL: ConfirmURL
    let key: CodeKey

    /// The page's address for a code, as the log may hold it: with a placeholder where the code goes.
    func address(of id: CodeID) -> String {
        self.confirmURL.url(code: CodeKey.placeholder(id))
    }
}
