import ArgumentParser
import JSON
import Testing

@testable import linksvc

@Suite struct ClientTextTests {
    @Test func `a token is shown as what to hand to the user`() throws {
        let token = try JSONDocument(
            #"""
            {"tokenId":"t1","token":"x","url":"https://t.me/b?start=x","command":"/start x",
             "expiresAt":"2026-11-21T00:00:00.000Z","seq":3}
            """#
        )
        #expect(
            IssueTokenCommand.text(token.root) == """
                url      https://t.me/b?start=x
                command  /start x
                expires  2026-11-21T00:00:00.000Z
                token    t1
                """)
    }

    @Test func `links are a table, with names that cannot steer the terminal`() throws {
        let links = try JSONDocument(
            #"""
            [{"linkId":"l1","userId":"u1","chatId":-5,"chatType":"group","firstName":"E\u001b[2J",
              "state":"active","linkedAt":"T"},
             {"linkId":"l2","userId":"u2","chatId":7,"chatType":"private","username":"ann",
              "state":"suspended","reason":"blocked"}]
            """#)
        #expect(
            LinksCommand.table(Array(links.root.elements)) == """
                USER  CHAT  TYPE     STATE               NAME   LINKED  LINK
                u1    -5    group    active              E?[2J  T       l1
                u2    7     private  suspended: blocked  @ann   -       l2
                """)
    }

    @Test func `status is a line for each value, and the head as verify takes it`() throws {
        let status = try JSONDocument(
            #"{"version":"0.1","bot":{"id":1,"username":null},"head":{"seq":42,"root":"ab"},"kinds":["a",1],"q":{}}"#
        )
        #expect(
            StatusText.text(status.root) == """
                version       0.1
                bot.id        1
                bot.username  null
                head          42:ab
                kinds         a, 1
                """)
    }

    @Test func `what was accepted is a line for each message`() throws {
        let accepted = try JSONDocument(#"{"notificationIds":["n1","n2"],"state":"queued","seq":9}"#)
        #expect(NotifyCommand.text(accepted.root) == "n1  queued\nn2  queued")
    }

    @Test(
        arguments: [
            (["sent", "sent"], nil), (["sent", "failed"], .negative), (["uncertain"], .negative),
            (["sent", "queued"], .tryAgain), (["deferred"], .tryAgain),
        ] as [([String], linksvc.ExitStatus?)])
    func `waiting ends with whether all were sent`(states: [String], status: linksvc.ExitStatus?) throws {
        let list = states.map { #"{"notificationId":"n","state":"\#($0)"}"# }.joined(separator: ",")
        #expect(NotifyCommand.exitStatus(try JSONDocument(#"{"notifications":[\#(list)]}"#).root) == status)
    }

    @Test(arguments: [["u"], ["u", "t", "x"], ["--link", "l", "u", "t"], [], ["u", "t", "--timeout", "0"]])
    func `notify wants a user and a text, or a link and a text`(words: [String]) {
        #expect(throws: (any Error).self) { try NotifyCommand.parse(words) }
    }

    @Test(arguments: [["u", "t"], ["--link", "l", "t"], ["u", "-"]])
    func `notify takes either form`(words: [String]) throws {
        _ = try NotifyCommand.parse(words)
    }
}
