import Testing

/// The tests that drive the built binary: one after the other, since each starts processes of its own.
@Suite(.serialized, .timeLimit(.minutes(5))) struct EndToEnd {}
