/// What a server has counted of one method.
public struct MethodStatistics: Sendable, Equatable {
    /// Calls that ended with a result, notifications included.
    public let succeeded: Int
    /// Calls that ended with an error, by its code.
    public let failedByCode: [Int: Int]

    /// Calls that ended.
    public var total: Int { self.failedByCode.values.reduce(self.succeeded, +) }
}
