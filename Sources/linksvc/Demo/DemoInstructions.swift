/// What the demo prints once it runs: the page, and what to do without it.
struct DemoInstructions {
    /// How this program was called.
    let program: String
    let directory: DemoDirectory
    let addresses: DemoAddresses

    var text: String {
        """
        This is linksvc with a simulated Telegram, all on this machine. Open the page:

            \(self.addresses.page)

        Or use a second terminal. Issue a link for the user ann:

            \(self.command("issue-token ann"))

        The link ends in a token. Let Ann open it and press Start, with the token in place of TOKEN:

            curl -d '{"payload":"TOKEN"}' \(self.addresses.telegram)/control/users/\(DemoChat.ann.id)/start

        Send her a notification, see who is linked, and watch the event log:

            \(self.command("notify ann \"Hello\""))
            \(self.command("links"))
            \(self.command("replay --follow"))

        JSON-RPC is answered at \(self.addresses.rpc). The data is in \(self.directory.path)\
        \(self.directory.isTemporary ? ", which is removed at the end" : "").
        Control-C ends the demo.
        """
    }

    private func command(_ words: String) -> String {
        "\(Self.quoted(self.program)) \(words) --data-dir \(Self.quoted(self.directory.path))"
    }

    /// `word` as a shell reads it back.
    static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { ValueParser.isWord($0) || "/.:,+@".utf8.contains($0) }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: #"'\''"#) + "'"
    }
}
