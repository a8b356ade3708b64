import LinkService
import Testing

@Suite struct ConfirmURLTests {
    @Test(arguments: [
        ("https://a.example/t?code={code}", "https://a.example/t?code=x-1"),
        ("https://a.example/{code}", "https://a.example/x-1"),
        ("https://a.example/{code}?again={code}#top", "https://a.example/x-1?again=x-1#top"),
    ])
    func `the code goes where the placeholder is`(template: String, url: String) throws {
        #expect(try #require(ConfirmURL(template: template)).url(code: "x-1") == url)
    }

    @Test func `a template without the placeholder is none`() {
        #expect(ConfirmURL(template: "https://a.example/t?code={Code}") == nil)
        #expect(ConfirmURL(template: "") == nil)
    }
}
