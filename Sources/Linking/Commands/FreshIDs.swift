/// Ids and a code made beforehand, for whatever an update may bring about.
package struct FreshIDs: Hashable, Sendable {
    package var linkID: LinkID
    package var notificationID: NotificationID
    package var codeID: CodeID
    package var codeHash: SecretHash

    package init(linkID: LinkID, notificationID: NotificationID, codeID: CodeID, codeHash: SecretHash) {
        self.linkID = linkID
        self.notificationID = notificationID
        self.codeID = codeID
        self.codeHash = codeHash
    }
}
