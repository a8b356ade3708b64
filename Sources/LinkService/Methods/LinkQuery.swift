internal import Linking

/// Which links a caller wants to see.
struct LinkQuery {
    let user: UserID?
    let chat: ChatID?
    /// Active and suspended ones when nil.
    let state: LinkStateName?
    let page: Page

    /// The links, oldest first, and the cursor of the next page if there may be one.
    func run(_ store: ProjectionStore) throws(ProjectionError) -> (states: [Link], next: String?) {
        if self.state != .revoked, let listed = try self.listed(store) { return self.cut(listed) }
        return try IndexScan<Link, Link>(store: store, index: self.index, page: self.page) {
            (id) throws(ProjectionError) in
            try store.link(id).flatMap { self.matches($0) ? $0 : nil }
        }.run()
    }

    /// Current links are listed under their user and their chat; nil when neither is named.
    private func listed(_ store: ProjectionStore) throws(ProjectionError) -> [Link]? {
        if let user = self.user { return try store.currentLinks(of: user) }
        if let chat = self.chat { return try store.currentLinks(in: chat) }
        return nil
    }

    private func cut(_ links: [Link]) -> ([Link], String?) {
        let after: LinkID? = self.page.afterID()
        let wanted = links.filter { link in
            self.matches(link) && (after.map { $0 < link.id } ?? true)
        }.sorted { $0.id < $1.id }
        guard wanted.count > self.page.limit else { return (wanted, nil) }
        let page = Array(wanted.prefix(self.page.limit))
        return (page, page.last.map { Page.cursor(after: $0.id) })
    }

    private var index: StateKey {
        if let user = self.user { return LinksProjection.indexKey(user) }
        if let chat = self.chat { return LinksProjection.indexKey(chat) }
        return LinksProjection.allKey
    }

    private func matches(_ link: Link) -> Bool {
        if let user = self.user, link.userID != user { return false }
        if let chat = self.chat, link.chatID != chat { return false }
        if let state = self.state { return state.matches(link.state) }
        return !LinkStateName.revoked.matches(link.state)
    }
}
