extension DemoPage {
    /// What the other scripts build nodes and requests with. Texts become text nodes, never markup.
    static let domScript = #"""
        export const $ = (id) => document.getElementById(id);

        export function el(tag, attributes = {}, ...children) {
          const node = document.createElement(tag);
          for (const [name, value] of Object.entries(attributes)) {
            if (value !== null && value !== undefined) node.setAttribute(name, value);
          }
          node.append(...children);
          return node;
        }

        export async function post(path, body) {
          const response = await fetch("/api/" + path, {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body),
          });
          const answer = await response.json();
          if (!response.ok) throw new Error(answer.error);
          return answer;
        }

        /** Does `work`, and says in `status` what went wrong. */
        export async function attempt(status, work) {
          say(status, "");
          try {
            await work();
          } catch (error) {
            say(status, error instanceof TypeError ? "The demo does not answer." : error.message, "error");
          }
        }

        export function say(status, text, mood = "") {
          status.textContent = text;
          status.className = ("status " + mood).trim();
        }

        /** Whether a scrolling list shows its end, where what is new appears. */
        export function showsEnd(list) {
          return list.scrollHeight - list.scrollTop - list.clientHeight < 40;
        }

        export function showEnd(list) {
          list.scrollTop = list.scrollHeight;
        }

        """#

    static let script = #"""
        import { $ } from "./dom.js";
        import * as application from "./application.js";
        import * as chat from "./chat.js";
        import * as log from "./log.js";

        let instance = null;

        function connection(state, text) {
          $("connection").dataset.state = state;
          $("connection").textContent = text;
        }

        const events = new EventSource("/events");
        events.onopen = () => connection("live", "Live");
        events.onerror = () => {
          const isOver = events.readyState === EventSource.CLOSED;
          connection("lost", isOver ? "Too many pages are open" : "The demo has ended");
        };
        events.onmessage = (event) => {
          const change = JSON.parse(event.data);
          // A demo that was started anew knows nothing of what is shown here.
          if (instance !== null && instance !== change.instance) return location.reload();
          instance = change.instance;
          chat.update(change);
          log.update(change);
          application.update(change);
        };

        """#
}
