package import JSON

/// One update as Telegram sent it: the body of a webhook request, or an element of a batch.
package struct UpdateBody: Sendable {
    /// How ``json`` holds the update.
    package enum Form: Equatable, Sendable {
        /// As received, without the white space between tokens.
        case verbatim
        /// As a JSON string of the text received: it is JSON by RFC 8259, but not what our strict reader takes
        /// everywhere else (a name twice, half a surrogate pair, nested too deep).
        case quoted
    }

    /// JSON text to keep, which the strict reader accepts in any case.
    package let json: [UInt8]
    /// How ``json`` holds the update.
    package let form: Form
    /// The update itself, whichever the form.
    package let root: JSONValue

    /// Reads a text; nil if it is no JSON at all.
    package init?(_ bytes: [UInt8]) {
        if let document = try? JSONDocument(bytes) {
            self.init(verbatim: document.root)
        } else if let document = try? JSONDocument(bytes, limits: .anything) {
            self.init(quoted: document.root)
        } else {
            return nil
        }
    }

    /// Takes a value out of an answer, which was read with more patience than the strict reader has.
    package init(_ element: JSONValue) {
        if let document = try? JSONDocument(Array(element.text)) {
            self.init(verbatim: document.root)
        } else {
            self.init(quoted: element)
        }
    }

    /// Telegram's number for the update; nil without one, or if it is no whole number.
    package var updateID: Int64? { self.root["update_id"]?.int64 }

    /// What it says, to the bot of that name (without `@`).
    package func update(for botUsername: String) -> Update {
        Update(self.root, botUsername: botUsername)
    }

    private init(verbatim root: JSONValue) {
        self.json = root.minified
        self.form = .verbatim
        self.root = root
    }

    private init(quoted root: JSONValue) {
        var writer = JSONWriter(capacity: root.text.count + 64)
        writer.string(utf8: root.text)
        self.json = writer.bytes
        self.form = .quoted
        self.root = root
    }
}
