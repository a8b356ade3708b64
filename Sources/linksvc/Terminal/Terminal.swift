#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// What may be done with an output: colour and progress are for people alone.
struct Terminal: Equatable, Sendable {
    /// Whether a person looks at it.
    let isTerminal: Bool
    /// Whether colour is welcome: at a terminal that is not dumb, unless `NO_COLOR` is set (to anything but nothing).
    let usesColour: Bool

    init(isTerminal: Bool, environment: [String: String]) {
        self.isTerminal = isTerminal
        let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        self.usesColour = isTerminal && !isRefused && environment["TERM"] != "dumb"
    }

    /// Standard output as it is.
    static func output(environment: [String: String]) -> Terminal {
        Terminal(isTerminal: isatty(1) == 1, environment: environment)
    }

    /// Standard error as it is.
    static func error(environment: [String: String]) -> Terminal {
        Terminal(isTerminal: isatty(2) == 1, environment: environment)
    }

    /// `text` in `colour`, where colour is welcome.
    func painted(_ text: String, _ colour: Colour) -> String {
        self.usesColour ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The few colours that every terminal shows readably.
    enum Colour: Int {
        case bold = 1
        case red = 31
        case green = 32
        case yellow = 33
    }
}
