import Foundation
import LinkService

/// Values that say who and where Telegram is, and where it finds us.
extension ValueParser {
    private static let webhookPorts: Set<Int> = [443, 80, 88, 8_443]
    private static let secretBytesMax = 256
    private static let endpointBytesMax = 200

    /// The shape of every token that BotFather hands out. Whether it is a bot's, only Telegram knows.
    static func botToken(_ text: String) throws(ValueFault) -> Secret {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...19).contains(parts[0].count), (1...128).contains(parts[1].count),
            parts[0].allSatisfy({ (48...57).contains($0) }), parts[1].allSatisfy(Self.isWord)
        else { throw ValueFault("is not a bot token (digits, a colon, then letters, digits, _ and -)") }
        return Secret(text)
    }

    static func webhookSecret(_ text: String) throws(ValueFault) -> Secret {
        guard text.utf8.count <= Self.secretBytesMax, text.utf8.allSatisfy(Self.isWord) else {
            throw ValueFault("may only hold letters, digits, _ and -, at most \(Self.secretBytesMax) of them")
        }
        return Secret(text)
    }

    /// A server's URL: `http` or `https`, perhaps a path, no more. The slash at its end is dropped.
    static func serverURL(_ text: String) throws(ValueFault) -> String {
        let url = try Self.webURL(text)
        guard url.query == nil, url.fragment == nil, url.user == nil else {
            throw ValueFault("holds more than scheme, host, port and path")
        }
        return text.last == "/" ? String(text.dropLast()) : text
    }

    /// Scheme, host and port of the webhook. `https://` is understood where none is given, since it is the only scheme
    /// that Telegram calls; a Bot API server of one's own (`isOwnServer`) also calls `http`, and any port.
    static func webhookOrigin(_ text: String, isOwnServer: Bool) throws(ValueFault) -> String {
        let full = text.contains("://") ? text : "https://" + text
        let url = try Self.webURL(full)
        guard url.path.isEmpty || url.path == "/", url.query == nil, url.fragment == nil, url.user == nil,
            let host = url.host, let scheme = url.scheme
        else { throw ValueFault("is more than a host name, perhaps with a port (the path is WEBHOOK_ENDPOINT)") }
        guard isOwnServer || scheme == "https" else {
            throw ValueFault("is not https, and Telegram calls nothing else")
        }
        guard isOwnServer || Self.webhookPorts.contains(url.port ?? 443) else {
            throw ValueFault("names port \(url.port ?? 443), but Telegram calls only 443, 80, 88 and 8443")
        }
        return "\(scheme)://\(host)" + (url.port.map { ":\($0)" } ?? "")
    }

    /// `random`, `token`, or a path of letters, digits and `-._~/`.
    static func webhookEndpoint(_ text: String) throws(ValueFault) -> WebhookEndpoint {
        switch text {
        case "random": return .random
        case "token": return .token
        default: break
        }
        let path = text.drop { $0 == "/" }
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !path.isEmpty, path.utf8.count <= Self.endpointBytesMax,
            path.utf8.allSatisfy({ Self.isWord($0) || ".~/".utf8.contains($0) }),
            !segments.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." })
        else { throw ValueFault("is neither random, token, nor a path of letters, digits and -._~/") }
        guard !WebhookEndpoint.reserved.contains(String(path)) else {
            throw ValueFault("is taken: the service answers /\(path) itself")
        }
        return .path(String(path))
    }

    static func confirmURL(_ text: String) throws(ValueFault) -> ConfirmURL {
        guard let url = ConfirmURL(template: text) else {
            throw ValueFault("does not hold \(ConfirmURL.placeholder), where the code goes")
        }
        let parsed = try Self.webURL(url.url(code: "CODE"))
        guard parsed.user == nil, parsed.host == (try Self.webURL(url.url(code: "OTHER"))).host else {
            throw ValueFault("holds \(ConfirmURL.placeholder) before the path")
        }
        return url
    }

    /// A URL with a host that a browser would open.
    private static func webURL(_ text: String) throws(ValueFault) -> URLComponents {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let url = URLComponents(string: text),
            let scheme = url.scheme, let host = url.host, !host.isEmpty
        else { throw ValueFault("is not a URL") }
        guard scheme == "http" || scheme == "https" else { throw ValueFault("is neither http nor https") }
        let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
        guard IPAddress(bare) != nil || Self.isHostName(bare) else { throw ValueFault("names no host") }
        guard url.port.map({ (1...65_535).contains($0) }) ?? true else { throw ValueFault("has no valid port") }
        return url
    }
}
