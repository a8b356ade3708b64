import JSON

/// What a call carries.
enum BotRequestBody: Sendable {
    /// No parameters.
    case none
    /// One JSON object. Absent parameters are absent: Telegram takes a JSON null for the word "null".
    case json([UInt8])
    /// A form with one file, the only way to upload.
    case form(MultipartForm)

    /// A JSON object of what `write` writes between the braces.
    static func object(_ write: (inout JSONWriter) -> Void) -> Self {
        var writer = JSONWriter()
        writer.beginObject()
        write(&writer)
        writer.endObject()
        return .json(writer.bytes)
    }
}
