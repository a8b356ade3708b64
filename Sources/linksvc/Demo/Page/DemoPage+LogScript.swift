extension DemoPage {
    /// The event log.
    static let logScript = #"""
        import { $, el, showEnd, showsEnd } from "./dom.js";

        const kept = 500;
        let last = 0;
        let isFirst = true;

        export function update(change) {
          const list = $("records");
          const follows = isFirst || showsEnd(list);
          for (const record of change.records) {
            if (record.seq <= last) continue;
            last = record.seq;
            list.append(line(record));
          }
          while (list.childElementCount > kept) list.firstElementChild.remove();
          if (change.head) {
            $("head-seq").textContent = change.head.seq;
            $("head-root").textContent = change.head.root;
          }
          if (follows) showEnd(list);
          isFirst = false;
        }

        function line(record) {
          const json = el("pre");
          const details = el("details", {},
            el("summary", {},
              el("span", { class: "seq" }, String(record.seq)),
              el("time", { datetime: record.time, title: record.time }, record.time.slice(11, 23)),
              el("span", { class: "type" }, record.type),
              el("span", { class: "by" }, record.by)),
            json);
          details.addEventListener("toggle", () => {
            json.textContent = details.open ? JSON.stringify(record, null, 2) : "";
          });
          const kind = record.type.split(".")[0];
          return el("li", { "data-kind": kind, "data-type": record.type, class: isFirst ? null : "new" }, details);
        }

        """#
}
