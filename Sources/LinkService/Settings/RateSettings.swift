/// How fast messages are sent, at most.
package struct RateSettings: Sendable, Equatable {
    /// Messages a second, all chats together.
    package var perSecond: Double
    /// Messages a second to one chat.
    package var perSecondAndChat: Double
    /// Messages a minute to one group.
    package var perMinuteAndGroup: Double

    /// The documented defaults, which are what Telegram asks of a bot, unless told otherwise.
    package init(perSecond: Double = 30, perSecondAndChat: Double = 1, perMinuteAndGroup: Double = 20) {
        self.perSecond = perSecond
        self.perSecondAndChat = perSecondAndChat
        self.perMinuteAndGroup = perMinuteAndGroup
    }
}
