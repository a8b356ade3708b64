internal import Linking

/// Reads a page from an index whose keys end in ids.
struct IndexScan<Subject, State> {
    let store: ProjectionStore
    /// What the index's keys begin with.
    let index: StateKey
    let page: Page
    /// The state of that id, if it is wanted.
    let state: (Identifier<Subject>) throws(ProjectionError) -> State?

    /// The wanted states in the order of their ids, and the cursor of the next page if there may be one.
    func run() throws(ProjectionError) -> (states: [State], next: String?) {
        var states: [State] = []
        var scanned = 0
        var last: Identifier<Subject>?
        var isMore = false
        let after: Identifier<Subject>? = self.page.afterID()
        try self.store.scan(self.index, from: after.map { self.index.id($0.advanced(by: 1)) }) {
            (key, _) throws(ProjectionError) in
            guard states.count < self.page.limit, scanned < Page.scannedMax else {
                isMore = true
                return false
            }
            guard let id: Identifier<Subject> = StateKey.trailingID(key) else { return true }
            scanned += 1
            last = id
            if let state = try self.state(id) { states.append(state) }
            return true
        }
        return (states, isMore ? last.map { Page.cursor(after: $0) } : nil)
    }
}
