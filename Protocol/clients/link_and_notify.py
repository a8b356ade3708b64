#!/usr/bin/env python3
"""Links a user to a Telegram chat and sends a message, over a plain socket: link_and_notify.py USER TEXT [PORT]"""
import json
import socket
import sys


class Linksvc:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.lines = self.socket.makefile("r", encoding="utf-8", newline="\n")
        self.last_id = 0

    def call(self, method, **params):
        """Calls and waits. With one call at a time the next line is its answer; else look at the id."""
        self.last_id += 1
        request = {"jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params}
        self.socket.sendall(json.dumps(request).encode() + b"\n")
        line = self.lines.readline()
        if not line:
            raise ConnectionError("the service closed the connection")
        answer = json.loads(line)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']['message']} {answer['error'].get('data')}")
        return answer["result"]


def main(user, text, port="7410"):
    service = Linksvc(int(port))
    token = service.call("issueToken", userId=user)
    print("open", token["url"], flush=True)
    state = "issued"
    while state == "issued":
        state = service.call("waitForToken", tokenId=token["tokenId"], timeoutSeconds=60)["state"]
    print(state, flush=True)
    if state != "redeemed":
        sys.exit(67)
    # The key makes it safe to repeat this call, should its answer get lost.
    queued = service.call("notify", userId=user, text=text, idempotencyKey="hello " + token["tokenId"])
    print(queued["state"], *queued["notificationIds"], flush=True)


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
