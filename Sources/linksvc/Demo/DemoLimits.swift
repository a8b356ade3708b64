/// What the demo holds at most.
enum DemoLimits {
    /// Records that the page shows.
    static let records = 500
    /// Messages that the page shows, all chats together.
    static let messages = 500
    /// Pages that are open at the same time.
    static let pages = 16
    /// Bytes of a request's body; the longest text in the longest encoding fits.
    static let bodyBytes = 64 * 1_024
    /// How often the log is asked for what others did. What the page does is asked for at once.
    static let interval = Duration.milliseconds(250)
    /// How long stopping may take.
    static let stop = Duration.seconds(9)
}
