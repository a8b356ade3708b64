extension DemoPage {
    /// The chat window.
    static let chatScript = #"""
        import { $, el, post, attempt, showEnd, showsEnd } from "./dom.js";

        const kept = 500;
        /** Chat name → number → message. */
        const messages = new Map();
        /** Chat name → how many arrived unseen. */
        const unread = new Map();
        /** Chat name → the link that was opened in it: its token and itself. */
        const opened = new Map();
        /** The list's nodes of the chat that is shown, by number. */
        const nodes = new Map();
        let chats = [];
        let bot = "";
        let current = "ann";
        let isFirst = true;

        export function update(change) {
          chats = change.chats;
          bot = change.bot;
          for (const message of change.messages) {
            if (!messages.has(message.chat)) messages.set(message.chat, new Map());
            const known = messages.get(message.chat);
            const isNew = !known.has(message.id);
            known.set(message.id, message);
            if (known.size > kept) known.delete(known.keys().next().value);
            if (message.chat === current) show(message);
            else if (isNew && !message.author && !isFirst) {
              unread.set(message.chat, (unread.get(message.chat) ?? 0) + 1);
            }
          }
          isFirst = false;
          draw();
        }

        /** What a chat is called, by its name or its id. */
        export function titleOf(which) {
          return chats.find((chat) => chat.name === which || chat.id === which)?.title ?? `chat ${which}`;
        }

        /** Does what opening the bot's link does: the chat appears, with Start to be pressed. */
        export function open(name, token, link) {
          opened.set(name, { token, link });
          select(name);
          $("start").focus();
        }

        function select(name) {
          current = name;
          unread.delete(name);
          nodes.clear();
          $("messages").replaceChildren();
          const known = [...(messages.get(name)?.values() ?? [])].sort((a, b) => a.id - b.id);
          known.forEach(show);
          draw();
          showEnd($("messages"));
        }

        function show(message) {
          const list = $("messages");
          const follows = showsEnd(list) || Boolean(message.author);
          list.querySelector(".empty")?.remove();
          const node = bubble(message);
          const old = nodes.get(message.id);
          if (old) old.replaceWith(node);
          else list.insertBefore(node, nodeAfter(message.id));
          nodes.set(message.id, node);
          if (follows) showEnd(list);
        }

        /** Messages rarely come out of order; one that does goes where its number belongs. */
        function nodeAfter(id) {
          const later = [...nodes.keys()].filter((known) => known > id);
          return later.length ? nodes.get(Math.min(...later)) : null;
        }

        function bubble(message) {
          const time = new Date(message.time);
          const node = el("li", { class: message.author ? "bubble mine" : "bubble" });
          if (currentChat()?.group) node.append(el("span", { class: "author" }, message.author ?? "Demo bot"));
          node.append(...styled(message));
          const clock = time.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
          node.append(el("time", { datetime: time.toISOString() }, clock));
          const keys = (message.markup?.inline_keyboard ?? []).flat();
          if (keys.length) {
            node.append(el("div", { class: "keys" }, ...keys.map((key) => el("span", { title: key.url }, key.text))));
          }
          return node;
        }

        /** The text in pieces, each with the look of the entities that cover it. */
        function styled(message) {
          const entities = message.entities ?? [];
          const ends = entities.flatMap((entity) => [entity.offset, entity.offset + entity.length]);
          const cuts = [...new Set([0, message.text.length, ...ends])].sort((a, b) => a - b);
          return cuts.slice(1).map((end, index) => {
            const start = cuts[index];
            const text = message.text.slice(start, end);
            const over = entities.filter((entity) => entity.offset <= start && entity.offset + entity.length >= end);
            if (!over.length) return text;
            if (over.some((entity) => entity.type === "bot_command")) {
              const button = el("button", { type: "button", class: "command" }, text);
              button.addEventListener("click", () => write(text));
              return button;
            }
            const link = over.find((entity) => entity.url)?.url;
            return el("span", { class: over.map((entity) => entity.type).join(" "), title: link }, text);
          });
        }

        function currentChat() {
          return chats.find((chat) => chat.name === current);
        }

        function draw() {
          const chat = currentChat();
          if (!chat) return;
          drawChats();
          $("bot-name").textContent = "Demo bot";
          $("chat-state").textContent = "@" + bot + (chat.group ? ` in “${chat.title}”` : ` · ${chat.title}’s phone`);
          drawBar(chat);
          if (!nodes.size && !$("messages").querySelector(".empty")) {
            const text = chat.group
              ? "The bot is not in this group yet. Issue a link for team and open it here."
              : "Nothing here yet. Issue a link on the application’s side, and open it here.";
            $("messages").replaceChildren(el("li", { class: "empty" }, text));
          }
        }

        function drawChats() {
          const buttons = chats.map((chat) => {
            const button = el("button",
              { type: "button", "data-chat": chat.name, "aria-pressed": String(chat.name === current) },
              el("span", { class: "avatar " + chat.name, "aria-hidden": "true" }, chat.title[0]),
              el("span", { class: "title" }, chat.title));
            const count = unread.get(chat.name);
            if (count) button.append(el("span", { class: "unread", "aria-label": `${count} unread` }, String(count)));
            button.addEventListener("click", () => select(chat.name));
            return button;
          });
          const focused = document.activeElement?.dataset?.chat;
          $("chats").replaceChildren(...buttons);
          if (focused) buttons.find((button) => button.dataset.chat === focused)?.focus();
        }

        /** Below the messages is Start, Unblock, or room to type: as in the apps. */
        function drawBar(chat) {
          const link = opened.get(chat.name);
          const offersStart = Boolean(link) || chat.state !== "open";
          $("start-bar").hidden = !offersStart;
          $("composer").hidden = offersStart;
          $("not-now").hidden = !link;
          $("start-note").textContent = link ? link.link : "";
          const isBlocked = chat.state === "blocked" && !link;
          $("start").textContent = isBlocked ? (chat.group ? "ADD THE BOT BACK" : "UNBLOCK") : "START";
          $("block").hidden = chat.state !== "open";
          $("block").textContent = chat.group ? "Remove bot" : "Block bot";
        }

        function write(text) {
          return attempt($("chat-status"), () => post("type", { chat: current, text }));
        }

        $("start").addEventListener("click", () => attempt($("chat-status"), async () => {
          const chat = currentChat();
          const link = opened.get(chat.name);
          if (chat.state === "blocked" && !link) return post("unblock", { chat: chat.name });
          await post("start", { chat: chat.name, payload: link?.token });
          opened.delete(chat.name);
          draw();
        }));

        $("not-now").addEventListener("click", () => {
          opened.delete(current);
          draw();
        });

        $("block").addEventListener("click", () => attempt($("chat-status"), () => post("block", { chat: current })));

        $("composer").addEventListener("submit", async (event) => {
          event.preventDefault();
          const text = $("composer-text").value.trim();
          $("composer-text").value = "";
          const token = text.match(/^(?:https?:\/\/t\.me\/|tg:\/\/resolve\?)\S*[?&]start(?:group)?=([\w-]+)$/)?.[1];
          if (token) open(current, token, text);
          else if (text) await write(text);
        });

        """#
}
