/// What Telegram shows of a person.
package struct Profile: Sendable, Equatable {
    /// The name without which nobody is.
    package var firstName: String
    /// The family name.
    package var lastName: String?
    /// Without `@`.
    package var username: String?
    /// The language of the person's app, `en` or `pt-br`.
    package var languageCode: String?

    /// A person of that name.
    package init(
        firstName: String, lastName: String? = nil, username: String? = nil, languageCode: String? = "en"
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.username = username
        self.languageCode = languageCode
    }
}
