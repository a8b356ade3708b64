import Cryptography
import EventLog
import Testing

struct LogHeadTests {
    @Test func `a head is written as SEQ:ROOT and read again`() {
        let head = LogHead(seq: 17, root: MerkleTree.emptyRoot)
        #expect("\(head)" == "17:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(LogHead("\(head)") == head)
        #expect(LogHead("17") == nil)
        #expect(LogHead("17:ab") == nil)
        #expect(LogHead("x:\(head.root.hex)") == nil)
        #expect(LogHead("17:\(head.root.hex):") == nil)
    }
}
