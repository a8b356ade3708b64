/// What a user's action brought about.
package struct ActionReceipt: Sendable, Equatable {
    /// The number of the message it left in the chat.
    package var messageID: Int64?
    /// The updates that now wait for the bot. None if the bot does not want them or must not see them, or if its
    /// queue is full.
    package var updateIDs: [Int64] = []

    mutating func add(_ updateID: Int64?) {
        if let updateID { self.updateIDs.append(updateID) }
    }
}
