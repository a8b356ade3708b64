/// One thing that goes wrong with one call.
package enum Fault: Sendable, Equatable {
    /// Nothing is done; answered with this code and description, and with `parameters` where they are given.
    case error(code: Int, description: String, migrateToChatID: Int64? = nil)
    /// Nothing is done; 429 with the header and the parameter that say when to try again.
    case tooManyRequests(retryAfterSeconds: Int)
    /// Nothing is done; 500, as a server answers that is going down.
    case restart
    /// Nothing is done; 502 with a JSON body.
    case badGateway
    /// Nothing is done; 502 with a page of HTML, as a proxy in front of the server answers.
    case badGatewayHTML
    /// Nothing is done; the connection is reset.
    case resetBefore
    /// The call is done, then the connection is reset instead of the answer.
    case resetAfter
    /// The call is done, the answer comes that much later.
    case slow(Duration)

    /// Which case it is.
    package var kind: Kind {
        switch self {
        case .error: .error
        case .tooManyRequests: .tooManyRequests
        case .restart: .restart
        case .badGateway: .badGateway
        case .badGatewayHTML: .badGatewayHTML
        case .resetBefore: .resetBefore
        case .resetAfter: .resetAfter
        case .slow: .slow
        }
    }

    /// The names of the cases, as the control API spells them.
    package enum Kind: String, Sendable, CaseIterable {
        case error, tooManyRequests, restart, badGateway, badGatewayHTML, resetBefore, resetAfter, slow
    }
}
