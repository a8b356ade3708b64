import Cryptography
import Testing

struct SHA256Tests {
    /// FIPS 180-4's examples and NIST's short byte-oriented vectors.
    static let vectors: [(message: String, digest: String)] = [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("616263", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "6162636462636465636465666465666765666768666768696768696a68696a6b696a6b6c6a6b6c6d6b6c6d6e6c6d6e6f6d6e6f706e6f7071",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        ("d3", "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1"),
        ("11af", "5ca7133fa735326081558ac312c620eeca9970d1e70a4b95533d956f072d1f98"),
        ("b4190e", "dff2e73091f6c05e528896c4c831b9448653dc2ff043528f6769437bc7b975c2"),
        ("74ba2521", "b16aa56be3880d18cd41e68384cf1ec8c17680c45a02b1575dc1518923ae8b0e"),
        ("c299209682", "f0887fe961c9cd3beab957e8222494abb969b1ce4c6557976df8b0f6d20e9166"),
    ]

    @Test(arguments: Self.vectors)
    func `known messages have their published digests`(_ message: String, digest: String) throws {
        let bytes = try #require(Hex.decode(message))
        #expect(SHA256.hash(bytes).hex == digest)
        #expect(SHA256.hash(bytes[...]).hex == digest)
        #expect(bytes.withUnsafeBytes { SHA256.hash($0) }.hex == digest)
    }

    @Test func `a million times a has its published digest`() {
        var hash = SHA256()
        let part = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        for _ in 0..<1000 { hash.update(part) }
        #expect(hash.finish().hex == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `the pieces in which bytes come do not matter`() {
        let message = Array("The pieces in which bytes come do not matter, not even empty ones.".utf8)
        let whole = SHA256.hash(message)
        var hash = SHA256()
        for byte in message { hash.update(byte) }
        let single = hash.finish()
        #expect(single == whole)
        hash.update([])
        hash.update(message[..<10])
        hash.update(Array(message[10..<60]))
        message[60...].withUnsafeBytes { hash.update($0) }
        let pieces = hash.finish()
        #expect(pieces == whole)
    }

    @Test func `a digest is taken in as its bytes`() {
        let inner = SHA256.hash("abc")
        var hash = SHA256()
        hash.update(inner)
        let outer = hash.finish()
        #expect(outer == SHA256.hash(inner.bytes))
    }

    @Test func `after a digest the next begins anew`() {
        var hash = SHA256()
        hash.update(Array("abc".utf8))
        let first = hash.finish()
        let empty = hash.finish()
        hash.update(Array("abc".utf8))
        let again = hash.finish()
        #expect(first == again)
        #expect(empty == SHA256.hash(""))
    }

    @Test func `a text is hashed as its UTF-8`() {
        #expect(SHA256.hash("Ünïcode") == SHA256.hash(Array("Ünïcode".utf8)))
    }
}
