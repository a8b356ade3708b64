/// All bounds of a server and its connections. Each can be changed before the server is made.
///
/// A *stranger* is a connection through a listener that is not trusted.
public struct Limits: Sendable {
    // MARK: What comes in

    /// The longest frame, in bytes without its line end. A longer one is answered with -32013, then the connection
    /// closes.
    public var frameBytes = 256 << 10
    /// The longest first frame of a stranger. A longer one closes the connection without an answer.
    public var strangerFrameBytes = 8 << 10
    /// The longest block of headers, in bytes.
    public var headerBytes = 1 << 10
    /// How many arrays and objects may lie inside one another; deeper is -32700.
    public var nesting = 32
    /// The most members of a request, and of its params; more is -32600.
    public var members = 256
    /// The longest string, in bytes between its quotes; longer is -32600.
    public var stringBytes = 64 << 10
    /// The longest id, in bytes with quotes; longer is -32600.
    public var idBytes = 128
    /// The longest method name, in bytes; longer is -32600.
    public var methodBytes = 128
    /// The most elements of a batch; with more, each of them is answered with -32013.
    public var batch = 100
    /// Messages that were no JSON or no requests before the connection is closed.
    public var protocolErrors = 10
    /// The same for a stranger.
    public var strangerProtocolErrors = 1

    // MARK: What runs

    /// Calls of one connection that run at the same time. With so many running, the socket is not read.
    public var inFlight = 64
    /// Asynchronous calls of all connections that run at the same time; more are answered with -32050.
    public var asynchronousCalls = 1_024
    /// How long a call may take before it is answered with -32054, unless its method is long-running.
    public var requestDeadline = Duration.seconds(30)

    // MARK: What goes out

    /// The longest result, and the longest answer to a batch, in bytes; a longer one becomes -32013.
    public var answerBytes = 1 << 20
    /// With more bytes than this waiting for the peer to read them, the socket is not read and no call begins.
    public var outputQueueBytes = 1 << 20
    /// With more than this, which calls begun before may add, the connection is closed.
    public var outputQueueBytesMax = 16 << 20
    /// How long a peer may take nothing of what waits for it before the connection is closed.
    public var unreadOutput = Duration.seconds(20)

    // MARK: How long a connection stays

    /// The time from accept to the first complete frame of a stranger.
    public var firstFrame = Duration.seconds(10)
    /// The time from a frame's first byte to its last.
    public var begunFrame = Duration.seconds(30)
    /// How long a connection stays on which nothing comes and nothing runs.
    public var idle = Duration.seconds(600)
    /// How long a peer may go on sending to a connection that the server closed for a fault, so that it gets to read
    /// why. What it sends is thrown away.
    public var linger = Duration.seconds(1)
    /// How long calls may go on when ``Server/run()`` is cancelled.
    public var shutDown = Duration.seconds(5)

    // MARK: How many connections

    /// Open connections of one listener, so that a full one does not shut out those who come through another. More
    /// are closed at accept.
    public var connections = 1_024
    /// Open connections of one address through listeners that are not trusted.
    public var connectionsPerAddress = 64
    /// Accepted connections a second, through listeners that are not trusted.
    public var acceptsPerSecond = 50

    /// The defaults.
    public init() {}
}
