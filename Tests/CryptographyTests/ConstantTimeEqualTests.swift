import Cryptography
import Testing

struct ConstantTimeEqualTests {
    @Test func `the same bytes are equal, in whatever collection`() {
        #expect(constantTimeEqual([1, 2, 3], [1, 2, 3]))
        #expect(constantTimeEqual("abc".utf8, Array("xabc".utf8).dropFirst()))
        #expect(constantTimeEqual([UInt8](), [UInt8]()))
    }

    @Test func `any difference in bytes or length is seen`() {
        #expect(!constantTimeEqual([1, 2, 3], [0, 2, 3]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2, 2]))
        #expect(!constantTimeEqual([1, 2, 3], [1, 2]))
        #expect(!constantTimeEqual([1, 2], [1, 2, 3]))
        #expect(!constantTimeEqual([UInt8](), [0]))
    }
}
