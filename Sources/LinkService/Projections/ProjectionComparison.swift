internal import Cryptography
internal import LevelDB

/// Compares two generations key by key, byte for byte.
package struct ProjectionComparison {
    package struct Differences: Hashable, Sendable {
        /// Keys looked at.
        package var keys = 0
        /// Keys that only the new generation has.
        package var missing = 0
        /// Keys that only the old generation has.
        package var extra = 0
        /// Keys with another value.
        package var changed = 0
        /// The first few of all these keys, in hexadecimal.
        package var examples: [String] = []

        package init() {}

        package var count: Int { self.missing + self.extra + self.changed }
    }

    static let examplesMax = 10

    private let old: ProjectionStore
    private let new: ProjectionStore

    /// Both must be flushed.
    package init(_ old: ProjectionStore, _ new: ProjectionStore) {
        self.old = old
        self.new = new
    }

    package func run() throws -> Differences {
        var differences = Differences()
        var left = self.old.makeIterator()
        var right = self.new.makeIterator()
        left.seekToFirst()
        right.seekToFirst()
        while left.isValid || right.isValid {
            differences.keys += 1
            switch Self.order(left, right) {
            case .same:
                if !left.unsafeValue.elementsEqual(right.unsafeValue) {
                    differences.changed += 1
                    differences.note(left.key)
                }
                left.next()
                right.next()
            case .leftOnly:
                differences.extra += 1
                differences.note(left.key)
                left.next()
            case .rightOnly:
                differences.missing += 1
                differences.note(right.key)
                right.next()
            }
        }
        try left.checkError()
        try right.checkError()
        return differences
    }

    private enum Order {
        case same, leftOnly, rightOnly
    }

    private static func order(_ left: borrowing Iterator, _ right: borrowing Iterator) -> Order {
        guard left.isValid else { return .rightOnly }
        guard right.isValid else { return .leftOnly }
        if left.unsafeKey.elementsEqual(right.unsafeKey) { return .same }
        return left.unsafeKey.lexicographicallyPrecedes(right.unsafeKey) ? .leftOnly : .rightOnly
    }
}

extension ProjectionComparison.Differences {
    fileprivate mutating func note(_ key: [UInt8]) {
        guard self.examples.count < ProjectionComparison.examplesMax else { return }
        self.examples.append(Hex.encode(key))
    }
}
