/// The page: markup, style and scripts, all served by the demo itself.
enum DemoPage {
    /// A file as the browser gets it.
    struct Asset: Sendable {
        let path: String
        let type: String
        let text: String
    }

    static let assets = [
        Asset(path: "/", type: "text/html; charset=utf-8", text: markup),
        Asset(path: "/page.css", type: "text/css; charset=utf-8", text: style + chatStyle),
        Asset(path: "/page.js", type: "text/javascript; charset=utf-8", text: script),
        Asset(path: "/dom.js", type: "text/javascript; charset=utf-8", text: domScript),
        Asset(path: "/application.js", type: "text/javascript; charset=utf-8", text: applicationScript),
        Asset(path: "/chat.js", type: "text/javascript; charset=utf-8", text: chatScript),
        Asset(path: "/log.js", type: "text/javascript; charset=utf-8", text: logScript),
        Asset(path: "/icon.svg", type: "image/svg+xml", text: icon),
    ]
}
