internal import JSONRPC
internal import Linking

extension DispatcherSettings {
    /// The pace that the settings ask for.
    init(_ rates: RateSettings) {
        self.init(
            pacing: Pacing(
                botPerSecond: rates.perSecond, chatPerSecond: rates.perSecondAndChat,
                groupPerMinute: rates.perMinuteAndGroup))
    }
}

extension Limits {
    /// The interface's limits: an answer may hold one whole record, which may hold a whole update.
    static var service: Limits {
        var limits = Limits()
        limits.answerBytes = 4 << 20
        limits.outputQueueBytes = 4 << 20
        return limits
    }
}
