extension DemoPage {
    static let style = #"""
        :root {
          color-scheme: light dark;
          --page: #eef1f5; --card: #fff; --sunken: #f4f6f9; --line: #d8dee6; --text: #17202b; --faint: #566270;
          --accent: #2563a8; --on-accent: #fff; --good: #1d7a44; --bad: #b3261e; --mine: #d9ebff; --theirs: #fff;
          --wall: #dfe7ee;
          --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --page: #10151b; --card: #1a212a; --sunken: #131920; --line: #303a46; --text: #e6ebf1; --faint: #9aa7b5;
            --accent: #5a9fe6; --on-accent: #08121d; --good: #5fc48a; --bad: #ff8a80; --mine: #234a70;
            --theirs: #253040; --wall: #141b23;
          }
        }
        * { box-sizing: border-box; }
        [hidden] { display: none !important; }
        html { font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        body {
          margin: 0; padding: 0 1rem 1rem; min-height: 100vh; background: var(--page); color: var(--text);
          display: flex; flex-direction: column;
        }
        h1, h2, h3, p, ol, ul, dl, dd { margin: 0; padding: 0; }
        ol, ul { list-style: none; }
        h1 { font-size: 1.2rem; line-height: 1.2; }
        h2 { font-size: 1.05rem; }
        h3 { font-size: 0.95rem; display: flex; align-items: center; gap: 0.5rem; }
        .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
        header { display: flex; align-items: center; gap: 0.75rem; padding: 0.9rem 0; }
        header > div { flex: 1; min-width: 0; }
        header p { color: var(--faint); font-size: 0.87rem; }
        #connection { white-space: nowrap; }
        #connection::before {
          content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em; border-radius: 50%;
          background: #c98a1b;
        }
        #connection[data-state="live"]::before { background: var(--good); }
        #connection[data-state="lost"]::before { background: var(--bad); }
        main { flex: 1; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
        .card {
          background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1rem; min-width: 0;
          display: flex; flex-direction: column; gap: 0.9rem;
        }
        #application form { display: flex; flex-direction: column; gap: 0.6rem; }
        form + form, #issued + form { border-top: 1px solid var(--line); padding-top: 0.9rem; }
        .step {
          display: inline-grid; place-items: center; width: 1.5rem; height: 1.5rem; border-radius: 50%;
          background: var(--accent); color: var(--on-accent); font-size: 0.82rem;
        }
        .row { display: flex; gap: 0.5rem; align-items: flex-end; }
        .row > label, .row > code { flex: 1; min-width: 0; }
        p.row { align-items: center; }
        label, .label { display: block; font-size: 0.82rem; color: var(--faint); }
        button, input, select, textarea { font: inherit; color: inherit; border-radius: 9px; }
        input, select, textarea {
          display: block; width: 100%; margin-top: 0.2rem; padding: 0.5rem 0.6rem; border: 1px solid var(--line);
          background: var(--sunken); color: var(--text); font-size: 0.95rem;
        }
        textarea { resize: vertical; }
        select { min-height: 2.45rem; }
        button {
          min-height: 2.45rem; padding: 0.4rem 0.9rem; border: 1px solid var(--line); background: var(--sunken);
          cursor: pointer; white-space: nowrap;
        }
        button:hover { border-color: var(--accent); }
        button.primary {
          border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600;
        }
        button.primary:hover { filter: brightness(1.1); }
        button.wide { flex: 1; width: 100%; }
        button.quiet { border-color: transparent; background: none; color: var(--faint); font-size: 0.87rem; }
        button:disabled { opacity: 0.55; cursor: default; }
        :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
        code { font-family: var(--mono); font-size: 0.84em; overflow-wrap: anywhere; }
        .status:empty { display: none; }
        .status { font-size: 0.87rem; color: var(--faint); }
        .status.error { color: var(--bad); }
        .status.good { color: var(--good); }
        #issued {
          display: flex; flex-direction: column; gap: 0.35rem; padding: 0.75rem; border-radius: 10px;
          background: var(--sunken); border: 1px solid var(--line);
        }
        #issued code { color: var(--text); line-height: 1.35; }
        #issued .row button { min-height: 2rem; padding: 0.2rem 0.6rem; font-size: 0.82rem; }
        #open-link { margin-top: 0.4rem; }
        #links { display: flex; flex-direction: column; gap: 0.3rem; font-size: 0.9rem; }
        #links li { display: flex; justify-content: space-between; gap: 0.5rem; }
        #links .empty { color: var(--faint); }
        .badge { font-size: 0.78rem; padding: 0 0.5em; border-radius: 99px; border: 1px solid currentColor; }
        .badge.active { color: var(--good); }
        .badge.suspended { color: var(--bad); }

        /* The log */
        #head { font-size: 0.84rem; display: flex; flex-direction: column; gap: 0.1rem; }
        #head div { display: flex; gap: 0.6rem; }
        #head dt { color: var(--faint); width: 2.6rem; flex: none; }
        #records { overflow-y: auto; max-height: 70vh; margin: 0 -0.5rem; font-size: 0.84rem; }
        #records li + li { border-top: 1px solid var(--line); }
        #records summary {
          display: grid; grid-template-columns: 2.6rem 5.9rem minmax(0, 1fr) auto; gap: 0.5rem; align-items: baseline;
          padding: 0.32rem 0.5rem; cursor: pointer; list-style: none; border-radius: 6px;
        }
        #records summary::-webkit-details-marker { display: none; }
        #records summary:hover, #records details[open] summary { background: var(--sunken); }
        #records .seq { text-align: right; color: var(--faint); font-variant-numeric: tabular-nums; }
        #records time { font-family: var(--mono); font-size: 0.8rem; color: var(--faint); }
        #records .type { font-weight: 600; overflow-wrap: anywhere; }
        #records .type::before {
          content: ""; display: inline-block; width: 0.55em; height: 0.55em; margin-right: 0.45em; border-radius: 50%;
          background: var(--kind, var(--faint));
        }
        #records li[data-kind="token"] { --kind: #b7791f; }
        #records li[data-kind="link"] { --kind: #1d8a4c; }
        #records li[data-kind="notification"] { --kind: #3b82d6; }
        #records li[data-kind="update"] { --kind: #9061c9; }
        #records .by { color: var(--faint); }
        #records pre {
          margin: 0.2rem 0.5rem 0.6rem; padding: 0.6rem; border-radius: 8px; background: var(--sunken);
          border: 1px solid var(--line); font: 0.8rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere;
        }
        #records li.new summary { animation: arrive 1.6s ease-out; }
        @keyframes arrive { from { background: var(--mine); } }

        @media (min-width: 760px) {
          main { grid-template-columns: minmax(17rem, 22rem) minmax(20rem, 1fr); }
          #log { grid-column: 1 / -1; }
        }
        @media (min-width: 1120px) {
          body { height: 100vh; min-height: 40rem; }
          main {
            grid-template-columns: minmax(17rem, 20rem) minmax(20rem, 27rem) minmax(0, 1fr); min-height: 0;
            align-items: stretch; grid-template-rows: minmax(0, 1fr);
          }
          #log { grid-column: auto; }
          #application { overflow-y: auto; }
          #records { max-height: none; flex: 1; }
        }
        @media (max-width: 520px) {
          body { padding: 0 0.6rem 0.6rem; }
          header { flex-wrap: wrap; }
          header > div { flex-basis: 70%; }
          #records summary { grid-template-columns: 2.2rem minmax(0, 1fr) auto; row-gap: 0; }
          #records time { grid-area: 2 / 2; padding-left: 1rem; }
        }
        @media (prefers-reduced-motion: reduce) { * { animation: none !important; } }

        """#
}
