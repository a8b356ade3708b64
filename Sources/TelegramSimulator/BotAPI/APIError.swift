import JSON

/// An answer that says no.
struct APIError: Error, Equatable, Sendable {
    /// The HTTP status too.
    let code: Int
    let description: String
    var retryAfterSeconds: Int?
    var migrateToChatID: Int64?

    init(_ code: Int, _ description: String, retryAfterSeconds: Int? = nil, migrateToChatID: Int64? = nil) {
        self.code = code
        self.description = description
        self.retryAfterSeconds = retryAfterSeconds
        self.migrateToChatID = migrateToChatID
    }

    static func badRequest(_ reason: String) -> APIError { APIError(400, "Bad Request: \(reason)") }

    static func forbidden(_ reason: String) -> APIError { APIError(403, "Forbidden: \(reason)") }

    static func conflict(_ reason: String) -> APIError { APIError(409, "Conflict: \(reason)") }

    static func tooManyRequests(_ seconds: Int) -> APIError {
        APIError(429, "Too Many Requests: retry after \(seconds)", retryAfterSeconds: seconds)
    }

    static let unauthorized = APIError(401, "Unauthorized")
    static let notFound = APIError(404, "Not Found")
    static let methodNotFound = APIError(404, "Not Found: method not found")

    /// The answer's body.
    var json: [UInt8] {
        JSONWriter.object {
            $0.member("ok", false)
            $0.member("error_code", self.code)
            $0.member("description", self.description)
            if self.retryAfterSeconds != nil || self.migrateToChatID != nil {
                $0.member(
                    "parameters",
                    object: {
                        $0.member("migrate_to_chat_id", self.migrateToChatID)
                        $0.member("retry_after", self.retryAfterSeconds)
                    })
            }
        }
    }
}
