extension DemoPage {
    static let chatStyle = #"""
        #chat { padding: 0; gap: 0; overflow: hidden; height: 36rem; }
        #chats { display: flex; gap: 0.4rem; padding: 0.6rem; border-bottom: 1px solid var(--line); }
        #chats button {
          flex: 1; display: flex; align-items: center; gap: 0.5rem; min-width: 0; padding: 0.3rem 0.6rem;
          border-color: transparent; background: none;
        }
        #chats button[aria-pressed="true"] { background: var(--sunken); border-color: var(--line); font-weight: 600; }
        #chats .title { overflow: hidden; text-overflow: ellipsis; }
        #chats .unread {
          margin-left: auto; min-width: 1.3rem; padding: 0 0.35rem; border-radius: 99px; background: var(--accent);
          color: var(--on-accent); font-size: 0.75rem; font-weight: 600; text-align: center;
        }
        .avatar {
          display: inline-grid; place-items: center; flex: none; width: 2rem; height: 2rem; border-radius: 50%;
          color: #fff; font-weight: 600; background: #c2571a;
        }
        .avatar.ben { background: #2f7d5b; }
        .avatar.team { background: #7a4fb5; }
        .avatar.bot { background: var(--accent); color: var(--on-accent); }
        #chats .avatar { width: 1.7rem; height: 1.7rem; font-size: 0.85rem; }
        #chat-head {
          display: flex; align-items: center; gap: 0.6rem; padding: 0.5rem 0.8rem; border-bottom: 1px solid var(--line);
        }
        #chat-head p { flex: 1; min-width: 0; line-height: 1.25; }
        #chat-head strong, #chat-state { display: block; }
        #chat-state {
          font-size: 0.8rem; color: var(--faint); overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
        }
        #messages {
          flex: 1; overflow-y: auto; padding: 0.9rem; background: var(--wall); display: flex; flex-direction: column;
          gap: 0.4rem;
        }
        #messages > :first-child { margin-top: auto; }
        #messages .empty {
          margin: auto; padding: 0.5rem 0.9rem; border-radius: 14px; background: var(--card); color: var(--faint);
          font-size: 0.88rem; text-align: center; max-width: 22rem;
        }
        .bubble {
          max-width: 85%; padding: 0.45rem 0.75rem 0.3rem; border-radius: 14px 14px 14px 4px; align-self: flex-start;
          background: var(--theirs); box-shadow: 0 1px 1px rgb(0 0 0 / 0.09);
          white-space: pre-wrap; overflow-wrap: anywhere;
        }
        .bubble.mine { align-self: flex-end; border-radius: 14px 14px 4px 14px; background: var(--mine); }
        .bubble .author { display: block; font-size: 0.8rem; font-weight: 600; color: var(--accent); }
        .bubble time { float: right; margin: 0.35rem 0 0 0.8rem; font-size: 0.72rem; color: var(--faint); }
        .bubble .bold { font-weight: 700; }
        .bubble .italic { font-style: italic; }
        .bubble .underline { text-decoration: underline; }
        .bubble .strikethrough { text-decoration: line-through; }
        .bubble .spoiler { filter: blur(4px); }
        .bubble .spoiler:hover { filter: none; }
        .bubble .code, .bubble .pre { font-family: var(--mono); font-size: 0.88em; }
        .bubble .text_link, .bubble .url { color: var(--accent); text-decoration: underline; }
        .bubble button.command {
          display: inline; min-height: 0; padding: 0; border: 0; background: none; color: var(--accent);
          font: inherit; white-space: inherit;
        }
        .bubble button.command:hover { text-decoration: underline; }
        .bubble .keys { display: flex; flex-wrap: wrap; gap: 0.3rem; clear: both; padding: 0.3rem 0; }
        .bubble .keys span {
          flex: 1; padding: 0.2rem 0.6rem; border: 1px solid var(--line); border-radius: 8px; text-align: center;
          font-size: 0.85rem; color: var(--accent);
        }
        #start-bar, #composer { padding: 0.6rem; border-top: 1px solid var(--line); }
        #start-bar { display: flex; flex-direction: column; gap: 0.4rem; }
        #start-note { font-size: 0.82rem; color: var(--faint); overflow-wrap: anywhere; text-align: center; }
        #start-note:empty { display: none; }
        #start { letter-spacing: 0.04em; }
        #composer { display: flex; gap: 0.5rem; }
        #composer input { flex: 1; margin: 0; min-width: 0; }
        #chat-status { padding: 0 0.8rem 0.6rem; }
        @media (min-width: 1120px) { #chat { height: auto; } }
        @media (max-width: 520px) { #chat { height: 31rem; } #chats .avatar { display: none; } }

        """#
}
