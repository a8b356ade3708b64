import JSON
import TelegramSimulator
import Testing

/// Compares what was acknowledged and what arrived with what the log says.
struct CrashAudit {
    let records: [JSONValue]
    let ledger: Ledger.Entries
    let simulator: Simulator

    func run(_ texts: [String], _ users: [String]) {
        self.checkSequence()
        self.checkLinks(users)
        self.checkNotifications(texts)
        self.checkDeliveries(texts)
    }

    private func checkSequence() {
        #expect(self.records.map { $0["seq"]?.uint64 } == self.records.indices.map { UInt64($0 + 1) })
    }

    private func checkLinks(_ users: [String]) {
        let issued = self.counts("token.issued") { $0["data"]?["tokenId"]?.string }
        let redeemed = self.counts("token.redeemed") { $0["data"]?["tokenId"]?.string }
        let linked = self.counts("link.confirmed") { $0["personal"]?["userId"]?.string }
        let received = self.counts("update.received") { $0["data"]?["updateId"]?.int64 }
        for id in self.ledger.tokens.keys {
            #expect(issued[id] == 1 && redeemed[id] == 1, "token \(id)")
        }
        for user in users {
            #expect(self.ledger.links[user] == Campaign.chat(user))
            #expect(linked[user] == 1, "\(user)")
        }
        #expect(self.ledger.updates.count >= users.count)
        for id in self.ledger.updates { #expect(received[id] == 1, "update \(id)") }
        #expect(received.values.allSatisfy { $0 == 1 })
    }

    private func checkNotifications(_ texts: [String]) {
        let requested = self.counts("notification.requested") { $0["personal"]?["text"]?.string }
        let ids = self.counts("notification.requested") { $0["data"]?["notificationId"]?.string }
        for text in texts {
            #expect(requested[text] == 1, "\(text)")
            #expect(ids[self.ledger.notifications[text] ?? ""] == 1, "\(text)")
        }
        #expect(Set(self.ledger.notifications.values).count == texts.count)
    }

    /// Nobody got anything twice of which the log does not say that it is uncertain, and everything has an end.
    private func checkDeliveries(_ texts: [String]) {
        let taken = Dictionary(grouping: self.simulator.messages(), by: \.text).mapValues(\.count)
        let uncertain = self.counts("notification.uncertain") { $0["data"]?["notificationId"]?.string }
        let sent = self.counts("notification.sent") { $0["data"]?["notificationId"]?.string }
        var repeated = 0
        for text in texts {
            let (id, count) = (self.ledger.notifications[text] ?? "", taken[text] ?? 0)
            if count > 1 { repeated += 1 }
            if !Campaign.isResent(text) {
                #expect(count <= 1, "\(text) was not to be sent again")
                #expect((sent[id] ?? 0) + (uncertain[id] ?? 0) == 1, "\(text) has one end")
            }
            #expect(count <= 1 + (uncertain[id] ?? 0), "\(text) arrived \(count) times")
            #expect((sent[id] ?? 0) <= 1, "\(text)")
            #expect(sent[id] == 1 ? count >= 1 : uncertain[id] != nil, "\(text) was neither sent nor is it uncertain")
        }
        let faults = self.simulator.status.injectedFaults.values.reduce(0, +)
        print("\(self.records.count) records, \(faults) faults, \(uncertain.count) uncertain, \(repeated) came twice")
        #expect(faults >= 50)
        let failed = self.records.filter { $0["type"]?.string == "notification.failed" }
        #expect(failed.isEmpty, "\(failed.first.map { String(decoding: $0.text, as: UTF8.self) } ?? "")")
    }

    private func counts<Key: Hashable>(_ type: String, _ key: (JSONValue) -> Key?) -> [Key: Int] {
        let keys = self.records.filter { $0["type"]?.string == type }.compactMap(key)
        return keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }
}
