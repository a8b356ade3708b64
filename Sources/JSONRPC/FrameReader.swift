import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Cuts the bytes of a connection into frames, in the framing that its first byte chose.
///
///     connection := lines | messages
///     lines      := { [ text ] LF }                    first byte `{`, `[` or white space; CR before LF is no part
///     messages   := { header { header } CRLF body }    first byte `C` or `c`
///     header     := name ":" value CRLF                exactly one of them Content-Length
struct FrameReader {
    enum Next: Equatable {
        case frame([UInt8])
        /// There is no complete frame; `isBegun` if there is a part of one.
        case incomplete(isBegun: Bool)
        /// There is no frame, and no bytes will come.
        case ended
        case failed(Fault)
    }

    enum Fault: Error, Equatable {
        /// The peer speaks another protocol, or its headers make no sense.
        case foreign
        case tooLarge
    }

    private enum Framing {
        case undecided
        case lines
        case headers
        case body(bytes: Int)
    }

    /// How the peer wants its answers; line ends are those of its first line.
    private(set) var answerFraming: AnswerFraming?
    private let headerBytes: Int
    private var framing = Framing.undecided
    private var buffer = ByteBuffer()
    /// Bytes at the start of the buffer that were searched for the end of what they belong to.
    private var searched = 0
    private var isEnded = false

    init(headerBytes: Int) { self.headerBytes = headerBytes }

    mutating func append(_ bytes: ByteBuffer) {
        guard self.buffer.readableBytes > 0 else { return self.buffer = bytes }
        // What was consumed must not pile up before what came later.
        if self.buffer.readerIndex > 64 << 10 { self.buffer.discardReadBytes() }
        self.buffer.writeImmutableBuffer(bytes)
    }

    /// No bytes will come. A last line counts without its end.
    mutating func end() { self.isEnded = true }

    /// Forgets what is left.
    mutating func discard() { self.release(all: true) }

    /// The next frame of at most `limit` bytes.
    mutating func next(limit: Int) -> Next {
        switch self.framing {
        case .undecided: self.decide(limit: limit)
        case .lines: self.nextLine(limit: limit)
        case .headers: self.nextHeaders(limit: limit)
        case .body(let bytes): self.nextBody(bytes: bytes)
        }
    }

    private mutating func decide(limit: Int) -> Next {
        guard let first = self.buffer.getInteger(at: self.buffer.readerIndex, as: UInt8.self) else {
            return self.nothing
        }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["), 0x20, 0x09, 0x0A, 0x0D: self.framing = .lines
        case UInt8(ascii: "C"), UInt8(ascii: "c"):
            self.framing = .headers
            self.answerFraming = .headers
        default: return .failed(.foreign)
        }
        return self.next(limit: limit)
    }

    // MARK: Lines

    private mutating func nextLine(limit: Int) -> Next {
        while let newline = self.offset(of: UInt8(ascii: "\n"), from: self.searched) {
            let hasReturn = newline > 0 && self.byte(at: newline - 1) == UInt8(ascii: "\r")
            let count = hasReturn ? newline - 1 : newline
            guard !self.isBlank(count) else {
                self.consume(newline + 1)
                continue
            }
            if self.answerFraming == nil { self.answerFraming = hasReturn ? .crlf : .lf }
            guard count <= limit else { return .failed(.tooLarge) }
            return self.take(count, andSkip: newline + 1 - count)
        }
        let rest = self.buffer.readableBytes
        // One more than the limit can still be the CR of a line end.
        guard rest <= limit + (self.isEnded ? 0 : 1) else { return .failed(.tooLarge) }
        guard self.isEnded, !self.isBlank(rest) else {
            self.searched = rest
            return self.nothing
        }
        return self.take(rest, andSkip: 0)
    }

    private func isBlank(_ count: Int) -> Bool {
        self.buffer.readableBytesView.prefix(count).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
    }

    // MARK: Headers

    private mutating func nextHeaders(limit: Int) -> Next {
        guard let end = self.endOfHeaders() else {
            guard self.buffer.readableBytes < self.headerBytes else { return .failed(.foreign) }
            return self.nothing
        }
        guard end <= self.headerBytes,
            let bytes = HeaderBlock.contentLength(of: self.buffer.readableBytesView.prefix(end))
        else { return .failed(.foreign) }
        guard bytes <= limit else { return .failed(.tooLarge) }
        self.consume(end)
        self.framing = .body(bytes: bytes)
        return self.nextBody(bytes: bytes)
    }

    private mutating func nextBody(bytes: Int) -> Next {
        guard self.buffer.readableBytes >= bytes else { return self.isEnded ? .ended : .incomplete(isBegun: true) }
        self.framing = .headers
        return self.take(bytes, andSkip: 0)
    }

    /// Bytes up to and with the empty line.
    private mutating func endOfHeaders() -> Int? {
        while let newline = self.offset(of: UInt8(ascii: "\n"), from: self.searched), newline < self.headerBytes {
            if newline >= 3, self.buffer.readableBytesView.dropFirst(newline - 3).starts(with: "\r\n\r\n".utf8) {
                return newline + 1
            }
            self.searched = newline + 1
        }
        return nil
    }

    // MARK: The buffer

    private var nothing: Next {
        if self.isEnded { return .ended }
        return .incomplete(isBegun: self.buffer.readableBytes > 0)
    }

    private func byte(at offset: Int) -> UInt8? {
        self.buffer.getInteger(at: self.buffer.readerIndex + offset, as: UInt8.self)
    }

    private func offset(of byte: UInt8, from start: Int) -> Int? {
        self.buffer.withUnsafeReadableBytes { bytes in
            guard start < bytes.count, let base = bytes.baseAddress else { return nil }
            guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    private mutating func take(_ count: Int, andSkip skipped: Int) -> Next {
        let frame = self.buffer.readBytes(length: count) ?? []
        self.consume(skipped)
        return .frame(frame)
    }

    private mutating func consume(_ count: Int) {
        self.buffer.moveReaderIndex(forwardBy: count)
        self.searched = 0
        self.release(all: false)
    }

    /// Lets go of the memory as soon as it holds nothing, so that the channel can read into it again.
    private mutating func release(all: Bool) {
        if all || self.buffer.readableBytes == 0 { self.buffer = ByteBuffer() }
    }
}
