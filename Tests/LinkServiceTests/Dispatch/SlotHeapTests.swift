import Testing

@testable import LinkService

struct SlotHeapTests {
    private struct Member: HeapPlaced {
        var key: UInt64
        var position: Int32 = 0
    }

    @Test func `members come out by key, whichever were taken out of the middle before`() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        var slab = Slab<Member>()
        var heap = SlotHeap()
        var members: [(slot: Int32, key: UInt64)] = []
        for _ in 0..<500 {
            let key = UInt64.random(in: 0..<100, using: &random)
            let slot = slab.insert(Member(key: key))
            heap.push(slot, key: key, in: &slab)
            members.append((slot, key))
        }
        members.shuffle(using: &random)
        for member in members[..<200] {
            heap.remove(member.slot, from: &slab)
            slab.remove(member.slot)
        }
        var keys: [UInt64] = []
        while let item = heap.first {
            heap.remove(item.slot, from: &slab)
            keys.append(item.key)
        }
        #expect(keys == members[200...].map(\.key).sorted(), "seed \(seed)")
    }

    @Test func `a freed slot is used again`() {
        var slab = Slab<Member>()
        let first = slab.insert(Member(key: 1))
        let second = slab.insert(Member(key: 2))
        slab.remove(first)
        #expect(slab.count == 1)
        #expect(slab.insert(Member(key: 3)) == first)
        #expect(slab.elements[Int(second)].key == 2)
    }
}
