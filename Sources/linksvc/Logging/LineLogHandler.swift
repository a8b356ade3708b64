import LinkService
import Logging

/// A log handler that writes a line for each event, without secrets, and never waits long.
struct LineLogHandler: LogHandler {
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]
    var metadataProvider: Logger.MetadataProvider?

    private let label: String
    private let format: LogFormat
    private let redactor: Redactor
    private let output: LogOutput

    init(label: String, settings: LogSettings, redactor: Redactor, output: LogOutput) {
        self.logLevel = settings.level
        self.label = label
        self.format = settings.format
        self.redactor = redactor
        self.output = output
    }

    /// Makes every logger of the process write to standard error. To be called once, before there is a logger.
    static func bootstrap(
        _ settings: LogSettings, redactor: Redactor, metadataProvider: Logger.MetadataProvider? = nil
    ) {
        let output = LogOutput()
        LoggingSystem.bootstrap(
            { label, provider in
                var handler = LineLogHandler(label: label, settings: settings, redactor: redactor, output: output)
                handler.metadataProvider = provider
                return handler
            },
            metadataProvider: metadataProvider)
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { self.metadata[key] }
        set { self.metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        // The nearest wins: the event's own, then what the task carries, then the logger's.
        var metadata = self.metadata
        if let provided = self.metadataProvider?.get() { metadata.merge(provided) { $1 } }
        if let own = event.metadata { metadata.merge(own) { $1 } }
        let line = LogLine(
            time: .now, level: event.level, label: self.label, message: event.message.description, metadata: metadata,
            error: event.error.map { "\($0)" })
        self.output.write(self.redactor.redact(line.bytes(self.format)))
    }
}
