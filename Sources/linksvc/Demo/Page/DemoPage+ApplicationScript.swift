extension DemoPage {
    /// The panel “Your application”.
    static let applicationScript = #"""
        import { $, el, post, attempt, say } from "./dom.js";
        import { open, titleOf } from "./chat.js";

        const outcomes = {
          "notification.requested": ["Queued …", ""],
          "notification.attempted": ["Sending …", ""],
          "notification.deferred": ["Telegram asks to wait; it is sent later.", ""],
          "notification.sent": ["Sent.", "good"],
          "notification.failed": ["Not sent", "error"],
          "notification.expired": ["Not sent in time", "error"],
          "notification.cancelled": ["Cancelled", "error"],
          "notification.uncertain": ["Perhaps sent: the answer was lost", "error"],
        };
        let issued = null;
        let sent = null;
        /** What the log told of each notification last: it can be quicker than the answer to the call. */
        const told = new Map();
        let hasAskedForLinks = false;

        export function update(change) {
          for (const record of change.records) {
            const id = record.data?.notificationId;
            if (id && outcomes[record.type]) told.set(id, record);
            if (record.data?.tokenId === issued?.tokenId && record.type === "token.redeemed") $("issued").hidden = true;
          }
          while (told.size > 100) told.delete(told.keys().next().value);
          showOutcome();
          const concernsLinks = (record) => record.type.startsWith("link.");
          if (!hasAskedForLinks || change.records.some(concernsLinks)) showLinks();
        }

        function showOutcome() {
          const record = told.get(sent);
          if (!record) return;
          const [text, mood] = outcomes[record.type];
          const reason = record.data.description ?? record.data.reason;
          say($("notify-status"), mood === "error" && reason ? `${text}: ${reason}` : text, mood);
        }

        async function showLinks() {
          hasAskedForLinks = true;
          const response = await fetch("/api/links").catch(() => null);
          if (!response?.ok) return;
          const { links } = await response.json();
          const lines = links.map((link) =>
            el("li", {},
              el("span", {}, `${link.userId} → ${titleOf(link.chatId)}`),
              el("span", { class: `badge ${link.state}`, title: link.reason ?? "" }, link.state)));
          $("links").replaceChildren(...(lines.length ? lines : [el("li", { class: "empty" }, "None yet.")]));
        }

        $("issue").addEventListener("submit", (event) => {
          event.preventDefault();
          attempt($("issue-status"), async () => {
            const userId = $("issue").elements.userId.value;
            issued = { ...(await post("issue", { userId })), userId };
            $("issued-url").textContent = issued.url;
            $("issued-command").textContent = issued.command;
            $("open-link").textContent = `Open in ${titleOf(userId)}’s chat`;
            $("issued").hidden = false;
            $("notify").elements.userId.value = userId;
          });
        });

        $("open-link").addEventListener("click", () => open(issued.userId, issued.token, issued.url));

        $("notify").addEventListener("submit", (event) => {
          event.preventDefault();
          const fields = $("notify").elements;
          attempt($("notify-status"), async () => {
            const answer = await post("notify", { userId: fields.userId.value, text: fields.text.value });
            sent = answer.notificationIds.at(-1);
            say($("notify-status"), "Queued …");
            showOutcome();
          });
        });

        for (const what of ["url", "command"]) {
          $("copy-" + what).addEventListener("click", async () => {
            await navigator.clipboard.writeText($("issued-" + what).textContent);
            say($("issue-status"), `The ${what === "url" ? "link" : what} is copied.`);
          });
        }

        """#
}
