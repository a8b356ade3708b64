import COpenSSL

/// Random bytes that nobody can predict, from libcrypto's generator.
package enum SecureRandom {
    /// `count` random bytes.
    package static func bytes(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            Self.fill(UnsafeMutableRawBufferPointer(buffer))
            filled = count
        }
    }

    /// A random number, all values alike likely.
    package static func uint64() -> UInt64 {
        var value: UInt64 = 0
        withUnsafeMutableBytes(of: &value) { Self.fill($0) }
        return value
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer) {
        guard let count = CInt(exactly: buffer.count) else { preconditionFailure("more than 2 GiB of random bytes") }
        // Without randomness nothing that follows would be secret: better no service.
        guard RAND_bytes(buffer.baseAddress, count) == 1 else { fatalError("libcrypto has no randomness") }
    }
}
