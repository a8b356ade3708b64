/// What is wrong with a value, worded to follow it: "is not a port from 0 to 65535". It never repeats the value.
struct ValueFault: Error, Equatable, Sendable {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
