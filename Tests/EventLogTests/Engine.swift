import EventLog

/// The engines that must pass the contract.
enum Engine: CaseIterable, Sendable {
    case memory
    case levelDB

    /// A new, empty log; the directory, if it has one, must outlive it.
    func make(
        limits: LogLimits = LogLimits(), fault: @escaping @Sendable (Int) -> AppendFault? = { _ in nil }
    ) throws -> (log: any EventLog, directory: TemporaryDirectory?) {
        switch self {
        case .memory: return (InMemoryEventLog(limits: limits, fault: fault), nil)
        case .levelDB:
            let directory = try TemporaryDirectory()
            var options = LogOptions()
            options.limits = limits
            let faulty = FaultyDisk(faults: fault)
            let log = try LevelDBEventLog.open(
                directory: directory.path, mode: .createIfEmpty, options: options, disk: faulty)
            return (log, directory)
        }
    }
}
