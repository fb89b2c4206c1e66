// The phone of a live session. Every answer lies in this phone's own store until the server has it: bad wifi, a
// reload or a server that starts again loses nothing. Without this script the page is a plain form.

const join = document.querySelector("[data-live-join]");
const page = document.querySelector("[data-live-phone]");

const store = {
  get(name) { try { return JSON.parse(localStorage.getItem(name)); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(name, JSON.stringify(value)); } catch { /* full or forbidden: the answer is still sent */ } },
};

if (join) {
  const known = store.get(`live-${join.dataset.liveJoin}`);
  if (known) {
    const again = join.querySelector("[data-again]");
    again.hidden = false;
    again.querySelector("a").href = known;
  }
}

if (page) {
  const { code, token, pace, stand } = page.dataset;
  const box = `live-${code}-${token}`;
  const outbox = new Map(Object.entries(store.get(box) ?? {}));
  const status = page.querySelector("[data-status]");
  let version = Number(page.dataset.version);
  let shown = page.querySelector("[data-card]:not([hidden])");
  let sending = false;
  let leaving = false;
  let waits = 0;

  store.set(`live-${code}`, location.pathname);
  for (const one of page.querySelectorAll("[data-no-script]")) one.hidden = true;

  // -- answers ---------------------------------------------------------------------------------------------------
  const keep = () => store.set(box, Object.fromEntries(outbox));
  const say = (words) => { if (status.textContent !== words) status.textContent = words; };
  const back_off = () => Math.min(8000, 500 * 2 ** Math.min(waits, 4)) * (0.6 + 0.8 * Math.random());

  async function send() {
    if (sending || !outbox.size) return;
    sending = true;
    const now = [...outbox];
    const body = now.map(([name, value]) => { const [key, question] = name.split("|"); return { key, question, value }; });
    try {
      const answer = await fetch(location.pathname, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body), signal: AbortSignal.timeout(10000) });
      if (!answer.ok && answer.status !== 409 && answer.status !== 422 && answer.status !== 404) throw new Error(String(answer.status));
      // A reload that began meanwhile may have been answered before this arrived: the new page sends it once more.
      if (leaving) { sending = false; return; }
      for (const [name, value] of now) if (outbox.get(name) === value) outbox.delete(name);
      keep();
      waits = 0;
      if (answer.ok) say(page.dataset.wordsSent);
      if (answer.status === 409) follow({ version: version + 1, state: "ended", at: 0, paused: false });
    } catch {
      waits += 1;
      say(waits > 1 ? page.dataset.wordsWaiting : page.dataset.wordsKept);
    }
    sending = false;
    if (outbox.size) setTimeout(send, waits ? back_off() : 0);
  }

  page.addEventListener("change", (event) => {
    const input = event.target;
    if (!input.matches("input[type=radio]")) return;
    const card = input.closest("[data-card]");
    outbox.set(`${card.dataset.key}|${input.name}`, input.value === "unknown" ? null : Number(input.value));
    keep();
    say(page.dataset.wordsKept);
    send();
    if (pace === "own" && answered(card)) setTimeout(() => { if (card === shown) go(Number(card.dataset.card) + 1); }, 450);
  });
  page.addEventListener("submit", (event) => event.preventDefault());

  const answered = (card) => [...card.querySelectorAll("fieldset")].every((one) => one.querySelector(":checked"));

  // What was chosen here and has not arrived yet stands above what the server said.
  for (const [name, value] of outbox) {
    const [key, question] = name.split("|");
    const chosen = page.querySelector(`[data-key="${CSS.escape(key)}"] [name="${CSS.escape(question)}"][value="${value ?? "unknown"}"]`);
    if (chosen) chosen.checked = true;
  }

  // -- following the screen ----------------------------------------------------------------------------------------
  function go(number) {
    const card = page.querySelector(`[data-card="${number}"]`);
    if (!card || card === shown) return;
    if (shown) shown.hidden = true;
    card.hidden = false;
    shown = card;
    say("");
    card.querySelector("h1").focus({ preventScroll: true });
    scrollTo(0, 0);
  }
  page.addEventListener("click", (event) => {
    const link = event.target.closest("[data-go]");
    if (!link) return;
    event.preventDefault();
    go(Number(link.dataset.go));
  });

  function follow(now) {
    version = now.version;
    const own = pace === "own";
    for (const part of page.querySelectorAll("[data-when]")) {
      const when = part.dataset.when.split(" ");
      part.hidden = when[0] === "paused" ? !now.paused : !when.includes(now.state) || (own && part.matches(".live-look"));
    }
    if (!own && (now.state === "asking" || now.state === "revealed")) go(now.at + 1);
    lock(now);
  }
  // What is revealed is fixed; who has not answered it yet still may.
  function lock(now) {
    if (pace === "own") return;
    for (const card of page.querySelectorAll("[data-card]")) {
      const fixed = now.state === "revealed" && Number(card.dataset.card) === now.at + 1;
      for (const group of card.querySelectorAll("fieldset")) group.disabled = fixed && Boolean(group.querySelector(":checked"));
    }
  }
  lock({ state: page.dataset.state, at: Number(page.dataset.at) });

  let missed = 0;
  async function poll() {
    try {
      const answer = await fetch(stand, { signal: AbortSignal.timeout(8000) });
      if (!answer.ok) throw new Error(String(answer.status));
      const now = await answer.json();
      missed = 0;
      if (now.version !== version) follow(now);
      if (now.state === "ended" && !outbox.size) return;
    } catch { missed += 1; }
    setTimeout(poll, Math.min(10000, 1700 + 800 * missed) + 600 * Math.random());
  }
  setTimeout(poll, 800 + 1200 * Math.random());
  send();
  addEventListener("beforeunload", () => { leaving = true; setTimeout(() => { leaving = false; send(); }, 5000); });
  addEventListener("online", () => { waits = 0; send(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) { waits = 0; send(); } });
}
