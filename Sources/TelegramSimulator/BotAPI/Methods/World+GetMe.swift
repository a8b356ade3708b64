import JSON

extension World {
    func getMe() -> MethodResult {
        MethodResult(
            JSONWriter.object(capacity: 512) {
                $0.member("id", self.bot.id)
                $0.member("is_bot", true)
                $0.member("first_name", self.bot.firstName)
                $0.member("username", self.bot.username)
                $0.member("can_join_groups", true)
                $0.member("can_read_all_group_messages", false)
                $0.member("supports_inline_queries", false)
                $0.member("supports_guest_queries", false)
                $0.member("can_connect_to_business", false)
                $0.member("has_main_web_app", false)
                $0.member("has_topics_enabled", false)
                $0.member("allows_users_to_create_topics", false)
                $0.member("can_manage_bots", false)
            })
    }
}
