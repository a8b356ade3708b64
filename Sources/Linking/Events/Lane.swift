/// Which queue a message waits in: urgent before normal before bulk.
package enum Lane: String, Sendable, CaseIterable {
    case urgent, normal, bulk
}
