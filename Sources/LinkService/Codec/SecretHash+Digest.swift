package import Cryptography
package import Linking

/// The domain's hashes come from, and go to, `Cryptography`, which the domain does not import.
extension SecretHash {
    package init(_ digest: Digest) {
        self.init(words: digest.words)
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        Digest(words: self.words).hex
    }

    init?(hex: String) {
        guard let digest = Digest(hex: hex) else { return nil }
        self.init(digest)
    }
}
