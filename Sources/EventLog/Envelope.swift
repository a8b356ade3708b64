/// The members of a record, to be written. The order and the names are fixed: hashes cover the bytes.
package struct Envelope: Sendable {
    /// The place in the log.
    package var seq: UInt64
    /// When it happened, in milliseconds since 1970, UTC.
    package var timeMs: Int64
    /// What happened, such as `link.confirmed`.
    package var type: String
    /// The version of the shape of `data` and `personal`.
    package var version = 1
    /// Who brought it about.
    package var by: String
    /// The record that brought it about.
    package var cause: UInt64?
    /// What happened, as a JSON text. It is not checked.
    package var data: [UInt8]
    /// Who it was and what was said, as a JSON text, which is not checked; no such member if there is none or it is
    /// `{}`.
    package var personal: [UInt8] = []

    /// The members that every record has; set the others after.
    package init(seq: UInt64, timeMs: Int64, type: String, by: String, data: [UInt8]) {
        self.seq = seq
        self.timeMs = timeMs
        self.type = type
        self.by = by
        self.data = data
    }

    /// The record's bytes: one JSON object in UTF-8 without white space of its own.
    package func encoded() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: self.byteCountMax) { buffer, count in
            var output = ByteOutput(UnsafeMutableRawBufferPointer(buffer))
            self.write(to: &output)
            count = output.count
        }
    }

    private func write(to output: inout ByteOutput) {
        output.write("{\"seq\":")
        output.write(decimal: self.seq)
        output.write(",\"time\":\"")
        RecordTime.write(self.timeMs, to: &output)
        output.write("\",\"type\":")
        output.write(jsonString: self.type)
        output.write(",\"v\":")
        output.write(decimal: UInt64(clamping: self.version))
        output.write(",\"by\":")
        output.write(jsonString: self.by)
        if let cause = self.cause {
            output.write(",\"cause\":")
            output.write(decimal: cause)
        }
        output.write(",\"data\":")
        output.write(self.data)
        // An object needs two bytes to be one, and a third to hold something.
        if self.personal.count > 2 {
            output.write(",\"personal\":")
            output.write(self.personal)
        }
        output.write("}")
    }

    /// Names, punctuation and the time take 89 bytes, three numbers up to 20 each; a string may grow sixfold by
    /// escapes.
    private var byteCountMax: Int {
        192 + 6 * (self.type.utf8.count + self.by.utf8.count) + self.data.count + self.personal.count
    }
}
