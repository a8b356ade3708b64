/// A fault that is scripted: it happens to the next calls that match.
package struct FaultRule: Sendable, Equatable {
    /// A method, in any case; `webhook` means deliveries, of which only ``Fault/resetAfter`` is possible: the 2xx
    /// answer is lost, and the update comes again. Nil: any method but deliveries.
    package var method: String?
    /// Only calls with this `chat_id`. Nil: any.
    package var chat: Int64?
    /// How many calls.
    package var times: Int
    /// What happens to them.
    package var fault: Fault

    /// A rule for the next call of `method`, or the next `times` calls.
    package init(_ fault: Fault, method: String? = nil, chat: Int64? = nil, times: Int = 1) {
        self.method = method?.lowercased()
        self.chat = chat
        self.times = times
        self.fault = fault
    }

    func matches(method: String, chat: Int64?) -> Bool {
        guard self.chat == nil || self.chat == chat else { return false }
        guard let expected = self.method else { return method != FaultPlan.webhook }
        return expected == method
    }
}
