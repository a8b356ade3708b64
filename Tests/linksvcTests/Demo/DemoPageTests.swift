import Foundation
import JSON
import Testing

@Suite(
    .enabled(if: WebDriver.isInstalled, "chromedriver is not on the PATH: apt-get install chromium chromium-driver"),
    .timeLimit(.minutes(3)))
struct DemoPageTests {
    private func browsing(width: Int = 1_360, _ body: (WebDriver) async throws -> Void) async throws {
        try await RunningDemo.running { demo in
            try await WebDriver.browsing(width: width, height: 900) { page in
                try await page.open(demo.page)
                try await body(page)
                let complaints = try await page.complaints()
                #expect(complaints.isEmpty)
            }
        }
    }

    /// Issues a link for `user` in the application's panel, opens it in the chat, and presses Start.
    private func link(_ user: String, _ page: WebDriver) async throws {
        try await page.click("//form[@id='issue']//option[@value='\(user)']")
        try await page.click("//form[@id='issue']//button")
        try await page.find("//code[@id='issued-url'][contains(., '=')]")
        try await page.click("//div[not(@hidden)]/button[@id='open-link']")
        try await page.click("//div[@id='start-bar'][not(@hidden)]//button[@id='start'][.='START']")
        try await page.find("//ol[@id='messages']/li[contains(., 'This chat is linked')]")
    }

    private func record(_ type: String) -> String {
        "//ol[@id='records']/li[@data-type='\(type)']"
    }

    @Test func `a link is issued, opened and started, and a notification arrives`() async throws {
        try await self.browsing { page in
            try await self.link("ann", page)
            try await page.find("//ul[@id='links']/li[contains(., 'ann')]/span[.='active']")

            try await page.write("Hello from the application", into: "//form[@id='notify']//textarea")
            try await page.click("//form[@id='notify']//button")
            try await page.find("//ol[@id='messages']/li[contains(., 'Hello from the application')]")
            try await page.find("//p[@id='notify-status'][.='Sent.']")

            // The last of all is the notification's: the welcome was sent before.
            let sent =
                self.record("notification.sent") + "[last()][preceding-sibling::*[@data-type='notification.sent']]"
            try await page.find(sent)
            try await page.click(sent + "//summary")
            let json = try await JSONDocument(page.text(of: sent + "//pre[contains(., 'messageId')]")).root
            #expect(json["type"]?.string == "notification.sent")
            let head = try await page.text(of: "//dd[@id='head-seq']")
            #expect(UInt64(head) == json["seq"]?.uint64)
        }
    }

    @Test func `commands typed in the chat are answered, and blocking suspends the link`() async throws {
        try await self.browsing { page in
            try await self.link("ben", page)
            try await page.write("/status", into: "//input[@id='composer-text']")
            try await page.click("//form[@id='composer']//button")
            try await page.find("//ol[@id='messages']/li[contains(., 'Linked to this chat')]")

            try await page.click("//button[@id='block']")
            try await page.find(self.record("link.suspended"))
            try await page.find("//ul[@id='links']/li/span[.='suspended']")
            try await page.click("//button[@id='start'][.='UNBLOCK']")
            try await page.find("//ul[@id='links']/li/span[.='active']")
        }
    }

    @Test func `a group is linked on a screen as wide as a phone's`() async throws {
        try await self.browsing(width: 500) { page in
            try await self.link("team", page)
            try await page.find("//ul[@id='links']/li[contains(., 'Team')]/span[.='active']")
            let overflow = try await page.evaluate("return document.documentElement.scrollWidth - innerWidth")
            #expect(try #require(overflow.int64) <= 0)
        }
    }

    @Test func `markup in a message is shown as text`() async throws {
        try await self.browsing { page in
            try await self.link("ann", page)
            let text = "<img src=x onerror=\"document.title='taken'\"><b>bold</b>"
            try await page.write(text, into: "//form[@id='notify']//textarea")
            try await page.click("//form[@id='notify']//button")
            try await page.find("//ol[@id='messages']/li[contains(., '<b>bold</b>')]")
            #expect(try await page.evaluate("return document.title").string == "linksvc demo")
            #expect(try await page.evaluate("return document.querySelectorAll('main img, main b').length").int64 == 0)
        }
    }
}
