/// Decides which call goes wrong, and counts.
struct FaultPlan: Sendable {
    /// The name that stands for webhook deliveries among the methods.
    static let webhook = "webhook"

    private(set) var rules: [FaultRule] = []
    var random: RandomFaults?
    /// How often each kind was injected.
    private(set) var injected: [Fault.Kind: Int] = [:]
    private var generator: SeededGenerator

    init(random: RandomFaults?, seed: UInt64) {
        self.random = random
        self.generator = SeededGenerator(seed: seed)
    }

    mutating func add(_ rule: FaultRule) throws(ActionRefusal) {
        guard rule.times > 0 else { return }
        guard self.rules.count < SimulatorLimits.faultsMax else { throw .tooMany("failures") }
        self.rules.append(rule)
    }

    /// Forgets what is scripted and what is random, but not the counts.
    mutating func clear() {
        self.rules.removeAll()
        self.random = nil
    }

    /// The fault that happens to this call. `method` is in lower case.
    mutating func next(method: String, chat: Int64?) -> Fault? {
        guard let fault = self.nextScripted(method: method, chat: chat) ?? self.nextRandom(method: method) else {
            return nil
        }
        self.injected[fault.kind, default: 0] += 1
        return fault
    }

    private mutating func nextScripted(method: String, chat: Int64?) -> Fault? {
        guard let index = self.rules.firstIndex(where: { $0.matches(method: method, chat: chat) }) else { return nil }
        let fault = self.rules[index].fault
        self.rules[index].times -= 1
        if self.rules[index].times == 0 { self.rules.remove(at: index) }
        return fault
    }

    private mutating func nextRandom(method: String) -> Fault? {
        guard let random = self.random, random.methods.contains(method),
            Double.random(in: 0..<1, using: &self.generator) < random.rate
        else { return nil }
        return random.faults.randomElement(using: &self.generator)
    }
}
