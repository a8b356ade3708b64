package import Linking

/// Stops sending while Telegram does not accept the bot's token, and finds out when it does again.
package struct Breaker: Hashable, Sendable {
    package enum State: Hashable, Sendable {
        /// Messages go. Moves to `open`.
        case closed
        /// Nothing goes; at that moment the token is tried. Moves to `probing`.
        case open(until: Timestamp)
        /// The token is being tried. Moves to `closed` and `open`.
        case probing
    }

    enum Step: Hashable {
        case proceed
        case wait(until: Timestamp)
        /// Try the token, and say ``Breaker/probed(_:at:)``.
        case probe
        /// Somebody is trying it.
        case idle
    }

    package private(set) var state = State.closed
    /// How often it has opened since a message was last taken.
    private var openings = 0
    private let delayMin: Duration
    private let delayMax: Duration

    /// Stays open for `delayMin`, then for twice as long each time, up to `delayMax`.
    package init(delayMin: Duration = .seconds(5), delayMax: Duration = .seconds(300)) {
        self.delayMin = delayMin
        self.delayMax = delayMax
    }

    mutating func next(at now: Timestamp) -> Step {
        switch self.state {
        case .closed:
            return .proceed
        case .open(let until) where until > now:
            return .wait(until: until)
        case .open:
            self.state = .probing
            return .probe
        case .probing:
            return .idle
        }
    }

    /// A message was turned away for the token. Several that were under way together count as one.
    ///
    /// - Returns: whether that is news.
    mutating func refused(at now: Timestamp) -> Bool {
        guard self.state == .closed else { return false }
        self.open(at: now)
        return true
    }

    /// Telegram answered a message otherwise. That getMe works does not prove that sendMessage will.
    mutating func passed() {
        guard self.state == .closed else { return }
        self.openings = 0
    }

    mutating func probed(_ isAuthorized: Bool, at now: Timestamp) {
        if isAuthorized { self.state = .closed } else { self.open(at: now) }
    }

    private mutating func open(at now: Timestamp) {
        let delay = min(self.delayMin * (1 << min(self.openings, 30)), self.delayMax)
        self.openings += 1
        self.state = .open(until: now.adding(milliseconds: Int64(delay / .milliseconds(1))))
    }
}
