import Testing

@testable import TelegramSimulator

@Suite struct ParametersTests {
    private func parameters(query: Substring? = nil, _ type: String = "", _ body: String = "") -> Parameters {
        Parameters(query: query, contentType: type, body: Array(body.utf8))
    }

    @Test func `the first of a name wins, the query before the body`() {
        let form = "application/x-www-form-urlencoded"
        let both = self.parameters(query: "a=1&a=2&b=%C3%BC+x%2", form, "a=3&c=4&empty=")
        #expect(both.lenientText("a") == "1")
        #expect(both.lenientText("b") == "ü x%2")
        #expect(both.lenientText("c") == "4")
        #expect(both.isGiven("empty") && !both.has("empty"))
    }

    @Test func `values of a JSON body that are no strings are kept as text`() {
        let json = #"{"a":null,"b":1.50,"c":{"x": [1]},"d":"\u00fc\n","e":true}"#
        let read = self.parameters("Application/JSON; charset=utf-8", json)
        #expect(["a", "b", "c", "d", "e"].map(read.lenientText) == ["null", "1.50", #"{"x": [1]}"#, "ü\n", "true"])
    }

    @Test func `a malformed body is as good as none`() {
        #expect(!self.parameters("application/json", "{\"a\":1").has("a"))
        #expect(!self.parameters("application/json", "[1]").has("a"))
        #expect(!self.parameters("multipart/form-data", "x").has("a"))
    }

    @Test func `a multipart body has texts and files`() {
        let body =
            "preamble\r\n--b-1\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://x/\r\n"
            + "--b-1\r\nContent-Type: application/x-pem-file\r\ncontent-disposition: form-data; name=\"certificate\"; "
            + "filename=\"c.pem\"\r\n\r\nline 1\r\nline 2\r\n--b-1--\r\n"
        let read = self.parameters("multipart/form-data; boundary=\"b-1\"", body)
        #expect(read.lenientText("url") == "https://x/")
        #expect(read.files["certificate"] == Parameters.File(name: "c.pem", bytes: Array("line 1\r\nline 2".utf8)))
        #expect(!read.has("certificate"))
    }

    @Test(arguments: [("12abc", 12), ("abc", 0), ("-7", -7), (" 5", 5), ("", 0), ("1e3", 1), ("-", 0)])
    func `a number is what the text begins with`(text: String, number: Int64) {
        #expect(Parameters(["n": text]).int("n") == number)
    }

    @Test(arguments: [
        ("true", true), (" Yes ", true), ("1", true), ("on", false), ("null", false), ("2", false), ("", false),
    ])
    func `a flag is true, yes or 1`(text: String, flag: Bool) {
        #expect(Parameters(["f": text]).bool("f") == flag)
    }
}
