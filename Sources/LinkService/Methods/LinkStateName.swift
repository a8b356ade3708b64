internal import Linking

/// The states of links that a caller can ask for.
enum LinkStateName: String, CaseIterable {
    case active, suspended, revoked

    func matches(_ state: Link.State) -> Bool { state.name == self.rawValue }
}
