internal import JSON
internal import JSONRPC
internal import Linking

extension ServiceMethods {
    var notificationMethods: [Method] {
        [self.notify, self.getNotification, self.listNotifications, self.cancelNotification]
    }

    private var notify: Method {
        self.ordering("notify", NotifyRequest.parameters, byPosition: false) { arguments, call throws(RPCError) in
            let request = try NotifyRequest(arguments)
            let command = request.command(for: call.connection.principal, at: self.core.clock.now())
            return Order(command) { committed in
                RPCResult {
                    let ids = committed.answer.notificationIDs
                    $0.name("notificationIds")
                    $0.beginArray()
                    for id in ids { $0.string(id.description) }
                    $0.endArray()
                    if ids.count == 1 { $0.member("notificationId", ids[0]) }
                    $0.member("state", committed.answer.scheduled ? "scheduled" : "queued")
                    $0.member("seq", committed.seq)
                }
            }
        }
    }

    private var getNotification: Method {
        self.reading("getNotification", ["notificationId"]) { arguments, _ in
            let id: NotificationID = try arguments.id("notificationId")
            guard let notification = try self.core.store.notification(id) else {
                throw RPCError(Rejection.notificationNotFound)
            }
            return RPCResult { $0.members(of: notification, at: self.core.clock.now()) }
        }
    }

    private var listNotifications: Method {
        self.reading("listNotifications", ["userId", "state", "limit", "cursor"]) { arguments, _ in
            let user = try arguments.optionalUser()
            let state = try arguments.word("state", as: PublicState.self)
            let now = self.core.clock.now()
            let store = self.core.store
            let scan = IndexScan<Notification, Notification>(
                store: store,
                index: user.map { NotificationsProjection.indexKey($0) } ?? NotificationsProjection.allKey,
                page: try Page(arguments)
            ) { (id) throws(ProjectionError) in
                guard let notification = try store.notification(id) else { return nil }
                return state == nil || notification.publicState(at: now) == state ? notification : nil
            }
            let (notifications, next) = try scan.run()
            return RPCResult { writer in
                writer.name("notifications")
                writer.beginArray()
                for notification in notifications {
                    writer.beginObject()
                    writer.members(of: notification, at: now)
                    writer.endObject()
                }
                writer.endArray()
                writer.member("nextCursor", next)
            }
        }
    }

    private var cancelNotification: Method {
        self.ordering("cancelNotification", ["notificationId"]) { arguments, _ throws(RPCError) in
            Order(CancelNotification(id: try arguments.id("notificationId"))) { committed in
                RPCResult {
                    $0.member("cancelled", committed.answer.cancelled)
                    $0.member("state", committed.answer.state.rawValue)
                }
            }
        }
    }
}
