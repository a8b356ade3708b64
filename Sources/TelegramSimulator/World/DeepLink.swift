/// The links that open a bot with a parameter.
package enum DeepLink {
    /// What Telegram's apps pass on of a `start` parameter: all of it, or nothing if it is too long, has a character
    /// beyond `A-Za-z0-9_-`, or is what the apps take for a referral.
    package static func payload(_ parameter: String) -> String? {
        let bytes = parameter.utf8
        guard (1...64).contains(bytes.count), bytes.allSatisfy({ $0.isWord || $0 == UInt8(ascii: "-") }),
            !parameter.hasPrefix("_tgr_")
        else { return nil }
        return parameter
    }
}
