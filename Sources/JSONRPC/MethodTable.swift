import JSON

/// The methods of a server, found by the bytes of their names without allocating.
struct MethodTable: Sendable {
    let methods: [Method]
    private let names: [[UInt8]]
    /// Open addressing; -1 is a free place. At most half of the places are taken.
    private let places: [Int]

    /// - Precondition: no two methods have the same name.
    init(_ methods: [Method]) {
        self.methods = methods
        self.names = methods.map { Array($0.name.utf8) }
        var count = 8
        while count < methods.count * 2 { count *= 2 }
        var places = [Int](repeating: -1, count: count)
        for (index, name) in self.names.enumerated() {
            var place = Self.hash(name[...]) & (count - 1)
            while places[place] >= 0 {
                precondition(self.names[places[place]] != name, "two methods are called \(methods[index].name)")
                place = (place + 1) & (count - 1)
            }
            places[place] = index
        }
        self.places = places
    }

    /// The index of the method that a string names, nil if there is none.
    func index(of name: JSONValue) -> Int? {
        if name.hasEscapes { return name.string.flatMap { self.index(of: ArraySlice($0.utf8)) } }
        return name.rawStringContents.flatMap { self.index(of: $0) }
    }

    private func index(of name: ArraySlice<UInt8>) -> Int? {
        let mask = self.places.count - 1
        var place = Self.hash(name) & mask
        while self.places[place] >= 0 {
            let index = self.places[place]
            if name.elementsEqual(self.names[index]) { return index }
            place = (place + 1) & mask
        }
        return nil
    }

    /// FNV-1a. The names in the table are ours, so nobody can make them collide.
    private static func hash(_ name: ArraySlice<UInt8>) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: hash ^ hash >> 32)
    }
}
