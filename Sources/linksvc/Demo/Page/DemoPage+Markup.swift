extension DemoPage {
    static let icon = #"""
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#2563a8"/>
        <path d="M13 19l6-6M11.5 15l-2 2a3.9 3.9 0 0 0 5.5 5.5l2-2M20.5 17l2-2a3.9 3.9 0 0 0-5.5-5.5l-2 2"
        fill="none" stroke="#fff" stroke-width="2.6" stroke-linecap="round"/></svg>
        """#

    static let markup = #"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>linksvc demo</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/page.css">
        <script type="module" src="/page.js"></script>
        </head>
        <body>
        <header>
          <img src="/icon.svg" alt="" width="32" height="32">
          <div>
            <h1>linksvc demo</h1>
            <p>Link a user to a chat, then send a notification. Telegram is simulated; all stays on this machine.</p>
          </div>
          <p id="connection" role="status" data-state="waiting">Connecting …</p>
        </header>
        <main>

        <section class="card" id="application" aria-labelledby="application-title">
          <h2 id="application-title">Your application</h2>
          <form id="issue">
            <h3><span class="step">1</span> Link a user</h3>
            <div class="row">
              <label>User
                <select name="userId">
                  <option value="ann">ann</option>
                  <option value="ben">ben</option>
                  <option value="team">team (a group)</option>
                </select>
              </label>
              <button class="primary">Issue link</button>
            </div>
            <p class="status" id="issue-status" role="status"></p>
          </form>
          <div id="issued" hidden>
            <p class="label">The link that your application shows</p>
            <p class="row"><code id="issued-url"></code><button type="button" id="copy-url">Copy</button></p>
            <p class="label">Or the command to type</p>
            <p class="row"><code id="issued-command"></code><button type="button" id="copy-command">Copy</button></p>
            <button type="button" class="primary wide" id="open-link">Open in the chat</button>
          </div>
          <form id="notify">
            <h3><span class="step">2</span> Send a notification</h3>
            <label>User
              <select name="userId">
                <option value="ann">ann</option>
                <option value="ben">ben</option>
                <option value="team">team (a group)</option>
              </select>
            </label>
            <label>Text
              <textarea name="text" rows="2" required>Your parcel is on its way.</textarea>
            </label>
            <button class="primary">Send</button>
            <p class="status" id="notify-status" role="status"></p>
          </form>
          <h3>Links</h3>
          <ul id="links"></ul>
        </section>

        <section class="card" id="chat" aria-labelledby="chat-title">
          <h2 id="chat-title" class="hidden">Chats</h2>
          <nav id="chats" aria-label="Whose chat"></nav>
          <div id="chat-head">
            <span class="avatar bot" aria-hidden="true">b</span>
            <p><strong id="bot-name"></strong><span id="chat-state"></span></p>
            <button type="button" id="block" class="quiet"></button>
          </div>
          <ol id="messages" aria-label="Messages" aria-live="polite" tabindex="0"></ol>
          <div id="start-bar" hidden>
            <p id="start-note"></p>
            <div class="row">
              <button type="button" class="primary wide" id="start"></button>
              <button type="button" id="not-now">Not now</button>
            </div>
          </div>
          <form id="composer" hidden>
            <label class="hidden" for="composer-text">Message</label>
            <input id="composer-text" autocomplete="off" placeholder="/help, /status … or a link" required>
            <button class="primary">Send</button>
          </form>
          <p class="status error" id="chat-status" role="status"></p>
        </section>

        <section class="card" id="log" aria-labelledby="log-title">
          <h2 id="log-title">Event log</h2>
          <dl id="head">
            <div><dt>Head</dt><dd id="head-seq">–</dd></div>
            <div><dt>Root</dt><dd><code id="head-root">–</code></dd></div>
          </dl>
          <ol id="records" aria-label="Records, newest last" tabindex="0"></ol>
        </section>

        </main>
        <noscript><p class="card">This page needs JavaScript. The terminal shows how to do without it.</p></noscript>
        </body>
        </html>

        """#
}
