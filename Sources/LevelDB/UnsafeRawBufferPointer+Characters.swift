extension UnsafeRawBufferPointer {
    /// The bytes as the C interface wants them; nil, which it accepts, if there are none.
    var characters: UnsafePointer<CChar>? { self.baseAddress?.assumingMemoryBound(to: CChar.self) }

    /// What a C call points to.
    init(characters: UnsafePointer<CChar>?, count: Int) {
        self.init(start: characters, count: characters == nil ? 0 : count)
    }
}
