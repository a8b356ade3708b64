# linksvc replay | python3 verify_replay.py: no gap in the lines; prints SEQ:ROOT, the root after RFC 6962.
import hashlib, json, sys
trees, seq = [], 0  # (leaves, hash) of the perfect trees so far, from left to right
for line in sys.stdin.buffer:
    record, seq = line.rstrip(b"\n"), seq + 1
    assert json.loads(record)["seq"] == seq, f"record {seq} is not in line {seq}"
    leaves, node = 1, hashlib.sha256(b"\0" + record).digest()
    while trees and trees[-1][0] == leaves:
        leaves, node = 2 * leaves, hashlib.sha256(b"\1" + trees.pop()[1] + node).digest()
    trees.append((leaves, node))
root = trees.pop()[1] if trees else hashlib.sha256().digest()
while trees:
    root = hashlib.sha256(b"\1" + trees.pop()[1] + root).digest()
print(f"{seq}:{root.hex()}")
