/// Finds what was meant for a service like this one, but is not a setting of it: never ignored without a word.
enum UnknownNames {
    /// A longer name is not a misspelt setting, and is not compared with them.
    private static let comparedBytesMax = 64

    private static let prefixes = ["LINKSVC_", "TELEGRAM_", "WEBHOOK_"]

    /// Settings of the Telegram Bot Updates Receiver Service, and of its kind, that mean nothing here.
    private static let foreign: [String: String] = [
        "REDIS_URL": "publishing updates to Redis comes later; until then read them with readEvents",
        "REDIS_QUEUE_NAME": "publishing updates to Redis comes later; until then read them with readEvents",
        "AMQP_URL": "publishing updates to AMQP comes later; until then read them with readEvents",
        "MQTT_URL": "publishing updates to MQTT comes later; until then read them with readEvents",
        "KAFKA_URL": "publishing updates to Kafka comes later; until then read them with readEvents",
        "PUBLISHER_CONNECT_TIMEOUT": "there are no publishers yet that it could hold for",
        "WEBHOOK_PUBLISH_TIMEOUT": "an update is answered once it is on disk, and nothing else is waited for",
        "TEARDOWN_TIMEOUT": "stopping takes 10 seconds at most, and cannot be set",
    ]

    /// A warning for each name in `names` that is not a setting, in their order in the alphabet.
    ///
    /// - Parameter isOurs: Whether all names were meant for this service. If not (in the environment, say, which is
    ///   everybody's) only those are looked at that begin as ours do.
    static func warnings(in names: some Sequence<String>, from label: String, isOurs: Bool) -> [String] {
        names.sorted().compactMap { name in
            guard !SettingName.known.contains(name), name != SettingName.environmentFile else { return nil }
            if let reason = Self.foreign[name] { return "\(name) (\(label)) has no effect: \(reason)" }
            guard isOurs || Self.prefixes.contains(where: name.hasPrefix) else { return nil }
            return "\(name) (\(label)) is not a setting of linksvc"
                + (Self.nearest(to: name).map { "; did you mean \($0)?" } ?? "")
        }
    }

    /// The known name with the fewest changes to `name`.
    private static func nearest(to name: String) -> String? {
        guard name.utf8.count <= Self.comparedBytesMax else { return nil }
        return SettingName.known.map { (distance: editDistance(name, $0), name: $0) }.min { $0 < $1 }?.name
    }
}
