import HTTPTypes
import Hummingbird
import LinkService

/// Which requests the page's server answers: those of its own page, and of programs on this machine.
///
/// Another page in the same browser reaches a loopback server too, by a name of its own made to point here (DNS
/// rebinding), or by a request across origins. Both show in the headers.
enum DemoRule {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    static func admits(_ head: HTTPRequest) -> Bool {
        guard let authority = head.authority, self.isLoopback(authority) else { return false }
        if let origin = head.headerFields[.origin], origin != "http://\(authority)" { return false }
        let site = self.fetchSite.flatMap { head.headerFields[$0] }
        switch head.method {
        case .get, .head:
            // A link elsewhere may lead to the page itself.
            return head.path == "/" || site == nil || site == "same-origin" || site == "none"
        case .post:
            // A form of another page cannot send this type without asking first, and is never told yes.
            let type = head.headerFields[.contentType]?.prefix { $0 != ";" }.lowercased()
            return type == "application/json" && (site == nil || site == "same-origin")
        default:
            return false
        }
    }

    /// Whether a `Host` header, its port left out, is a loopback name.
    static func isLoopback(_ authority: String) -> Bool {
        let host =
            authority.hasPrefix("[") ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return host.lowercased() == "localhost" || IPAddress(String(host))?.isLoopback == true
    }
}
