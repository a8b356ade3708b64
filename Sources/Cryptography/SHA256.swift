import COpenSSL

/// SHA-256 of bytes that come in pieces. One value computes any number of digests, one after the other.
///
/// Safe to send: the context belongs to this value alone, which cannot be copied.
package struct SHA256: ~Copyable, @unchecked Sendable {
    /// Safe to share: a fetched algorithm is never changed, and libcrypto counts its references atomically. It lives as
    /// long as the process.
    nonisolated(unsafe) private static let algorithm: OpaquePointer = {
        guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else { fatalError("libcrypto has no SHA-256") }
        return algorithm
    }()

    private let context: OpaquePointer

    /// Ready for the first bytes.
    package init() {
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory") }
        self.context = context
        self.begin()
    }

    deinit { EVP_MD_CTX_free(self.context) }

    /// Takes in bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        Self.check(EVP_DigestUpdate(self.context, bytes.baseAddress, bytes.count))
    }

    /// Takes in bytes.
    package mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { self.update($0) } }

    /// Takes in bytes.
    package mutating func update(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { self.update($0) } }

    /// Takes in one byte.
    package mutating func update(_ byte: UInt8) { withUnsafeBytes(of: byte) { self.update($0) } }

    /// Takes in the 32 bytes of a digest.
    package mutating func update(_ digest: Digest) { digest.withUnsafeBytes { self.update($0) } }

    /// The digest of all bytes taken in since the last one; then begins anew.
    package mutating func finish() -> Digest {
        let digest = Digest { Self.check(EVP_DigestFinal_ex(self.context, $0.baseAddress, nil)) }
        self.begin()
        return digest
    }

    /// The digest of `bytes`.
    package static func hash(_ bytes: UnsafeRawBufferPointer) -> Digest {
        Digest {
            Self.check(EVP_Digest(bytes.baseAddress, bytes.count, $0.baseAddress, nil, Self.algorithm, nil))
        }
    }

    /// The digest of `bytes`.
    package static func hash(_ bytes: [UInt8]) -> Digest { bytes.withUnsafeBytes { Self.hash($0) } }

    /// The digest of `bytes`.
    package static func hash(_ bytes: ArraySlice<UInt8>) -> Digest { bytes.withUnsafeBytes { Self.hash($0) } }

    /// The digest of a text's UTF-8.
    package static func hash(_ text: String) -> Digest {
        var text = text
        return text.withUTF8 { Self.hash(UnsafeRawBufferPointer($0)) }
    }

    private func begin() { Self.check(EVP_DigestInit_ex2(self.context, Self.algorithm, nil)) }

    /// These calls fail only if used wrongly, or if memory runs out.
    private static func check(_ result: CInt) {
        precondition(result == 1, "libcrypto refused to hash")
    }
}
