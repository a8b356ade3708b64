/// The kinds of update that there are: the name of the member beside `update_id`.
package enum UpdateKind: String, CaseIterable, Sendable {
    case message
    case editedMessage = "edited_message"
    case channelPost = "channel_post"
    case editedChannelPost = "edited_channel_post"
    case businessConnection = "business_connection"
    case businessMessage = "business_message"
    case editedBusinessMessage = "edited_business_message"
    case deletedBusinessMessages = "deleted_business_messages"
    case guestMessage = "guest_message"
    case messageReaction = "message_reaction"
    case messageReactionCount = "message_reaction_count"
    case inlineQuery = "inline_query"
    case chosenInlineResult = "chosen_inline_result"
    case callbackQuery = "callback_query"
    case shippingQuery = "shipping_query"
    case preCheckoutQuery = "pre_checkout_query"
    case purchasedPaidMedia = "purchased_paid_media"
    case poll
    case pollAnswer = "poll_answer"
    case myChatMember = "my_chat_member"
    case chatMember = "chat_member"
    case chatJoinRequest = "chat_join_request"
    case chatBoost = "chat_boost"
    case removedChatBoost = "removed_chat_boost"
    case managedBot = "managed_bot"

    /// What a bot gets that never asked for anything else.
    static let standard = Set(Self.allCases).subtracting([.chatMember, .messageReaction, .messageReactionCount])

    /// How long an update of this kind waits for the bot.
    var lifetime: Duration {
        switch self {
        case .callbackQuery, .shippingQuery, .preCheckoutQuery: .seconds(150)
        case .inlineQuery: .seconds(30)
        case .chosenInlineResult: .seconds(600)
        case .message, .editedMessage, .channelPost, .editedChannelPost, .businessConnection, .businessMessage,
            .editedBusinessMessage, .deletedBusinessMessages, .guestMessage, .messageReaction, .messageReactionCount,
            .purchasedPaidMedia, .poll, .pollAnswer, .myChatMember, .chatMember, .chatJoinRequest, .chatBoost,
            .removedChatBoost, .managedBot:
            .seconds(86_400)
        }
    }

    /// The line in which a webhook gets this update: within one line the next waits until the one before was accepted.
    func lane(id: Int64) -> UpdateLane {
        switch self {
        case .message, .editedMessage, .channelPost, .editedChannelPost: UpdateLane(name: "messages", id: id)
        case .businessConnection, .businessMessage, .editedBusinessMessage, .deletedBusinessMessages, .guestMessage,
            .messageReaction, .messageReactionCount, .inlineQuery, .chosenInlineResult, .callbackQuery, .shippingQuery,
            .preCheckoutQuery, .purchasedPaidMedia, .poll, .pollAnswer, .myChatMember, .chatMember, .chatJoinRequest,
            .chatBoost, .removedChatBoost, .managedBot:
            UpdateLane(name: self.rawValue, id: id)
        }
    }
}
