import COpenSSL

/// Keyed hashes (RFC 2104).
package enum HMAC {
    /// HMAC-SHA-256 of `message` under a key of any length.
    package static func sha256(key: [UInt8], _ message: [UInt8]) -> Digest {
        // libcrypto takes a null pointer for "no key given", so that an empty key must point somewhere.
        let pointedKey = key.isEmpty ? [0] : key
        return Digest { output in
            var length = 0
            let result = EVP_Q_mac(
                nil, "HMAC", nil, "SHA256", nil, pointedKey, key.count, message, message.count,
                output.baseAddress, output.count, &length)
            precondition(result != nil && length == Digest.byteCount, "libcrypto refused to compute an HMAC")
        }
    }
}
