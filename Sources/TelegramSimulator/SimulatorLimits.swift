/// What the simulator holds at most.
package enum SimulatorLimits {
    /// Messages that are kept; older ones are dropped and counted.
    package static let messagesMax = 200_000
    /// Updates that wait; newer ones are dropped and counted, as Telegram does.
    package static let updatesMax = 100_000
    /// Users, and also groups and channels.
    package static let chatsMax = 1_000_000
    /// Callback queries that wait for their answer.
    package static let callbacksMax = 10_000
    /// Faults that wait for their turn.
    package static let faultsMax = 10_000
    /// Bytes of one request's body: parameters, and a certificate.
    package static let bodyBytesMax = 5 << 20
    /// Bytes of a webhook's answer that are read.
    package static let webhookAnswerBytesMax = 1 << 20
    /// The longest wait of one request to the control API.
    package static let controlWait = Duration.seconds(60)
}
