// Links a user to a Telegram chat and sends a message, over a plain socket: node link_and_notify.mjs USER TEXT [PORT]
import net from "node:net";
import readline from "node:readline";

class Linksvc {
  #lastId = 0;
  #waiting = new Map();

  constructor(port) {
    this.socket = net.connect(port, "127.0.0.1");
    this.socket.on("error", (error) => this.#fail(error));
    this.socket.on("close", () => this.#fail(new Error("the service closed the connection")));
    readline.createInterface({ input: this.socket }).on("line", (line) => this.#receive(JSON.parse(line)));
  }

  // Calls run at the same time, and answers come as they are ready: the id tells which is which.
  call(method, params = {}) {
    const id = ++this.#lastId;
    this.socket.write(JSON.stringify({ jsonrpc: "2.0", id, method, params }) + "\n");
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #receive({ id, result, error }) {
    const { resolve, reject } = this.#waiting.get(id) ?? {};
    this.#waiting.delete(id);
    if (error) reject?.(new Error(`${error.message} ${JSON.stringify(error.data)}`));
    else resolve?.(result);
  }

  #fail(error) {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

const [userId, text, port = "7410"] = process.argv.slice(2);
if (!text) {
  console.error("link_and_notify.mjs USER TEXT [PORT]");
  process.exit(64);
}
const service = new Linksvc(Number(port));
const token = await service.call("issueToken", { userId });
console.log("open", token.url);
let state = "issued";
while (state === "issued") {
  ({ state } = await service.call("waitForToken", { tokenId: token.tokenId, timeoutSeconds: 60 }));
}
console.log(state);
if (state !== "redeemed") process.exit(67);
// The key makes it safe to repeat this call, should its answer get lost.
const queued = await service.call("notify", { userId, text, idempotencyKey: `hello ${token.tokenId}` });
console.log(queued.state, ...queued.notificationIds);
service.socket.end();
