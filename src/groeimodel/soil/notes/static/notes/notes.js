// Writing notes together. Every page works without it: each text then has its own button.
//
// A page sends what it has and from which revision it was written; the server joins it with what others wrote and says
// what to change (docs/rules/notes.md). When somebody typed on in the meantime the page leaves its text alone and goes on
// from the revision that holds exactly what it sent: the server joins again. So nothing is joined here.

const SEND_EVERY = 1000;
const LOOK_EVERY = 2500;

const room = document.querySelector("[data-notes]");
const texts = room ? [...room.querySelectorAll("form[data-note]")].map((form) => new Text(form)) : [];

function Text(form) {
  const area = form.querySelector("textarea");
  const state = form.querySelector("[data-state]");
  let base = Number(form.base.value);
  let known = area.value;
  let busy = false;
  form.querySelector("[data-save]").hidden = true;
  grow();

  area.addEventListener("input", () => {
    grow();
    say(state.dataset.busy);
  });
  area.addEventListener("blur", () => send());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send();
  });

  function say(words) {
    if (state.textContent !== words) state.textContent = words;
  }

  function grow() {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight + 4}px`;
  }

  function body(text) {
    const data = new FormData(form);
    data.set("base", base);
    data.set("text", text);
    return data;
  }

  // Puts the text of the server in the place, with the cursor where it was among the same words.
  function take(text, splices) {
    let [start, end] = [area.selectionStart, area.selectionEnd];
    let shift = 0;
    const moved = (place) => {
      let to = place;
      for (const [at, cut, put] of splices) {
        if (at + cut <= place && !(at === place && cut === 0)) to += put.length - cut;
        else if (at < place) to += at - place;
      }
      return to;
    };
    [start, end, shift] = [moved(start), moved(end), area.scrollTop];
    area.value = text;
    known = area.value;
    if (document.activeElement === area) area.setSelectionRange(start, end);
    area.scrollTop = shift;
    grow();
  }

  async function send() {
    if (busy || area.value === known) return;
    busy = true;
    const sent = area.value;
    try {
      const answer = await fetch(form.action, { method: "POST", body: body(sent), headers: { Accept: "application/json" } });
      const said = await answer.json();
      if (said.error) {
        say(said.error);
        return;
      }
      if (area.value === sent) {
        if (said.text === sent) known = sent;
        else take(said.text, said.splices);
        base = said.head;
        say(state.dataset.saved);
      } else {
        base = said.own;
        known = sent;
      }
    } catch {
      say(state.dataset.lost);
    } finally {
      busy = false;
    }
  }

  this.item = form.dataset.note;
  this.base = () => base;
  this.send = send;
  this.unsaved = () => area.value !== known;
  // What others wrote: only while nothing of our own is on its way.
  this.hear = (news) => {
    if (busy || area.value !== known) return;
    take(news.text, news.splices);
    base = news.head;
  };
  // The page goes away: give the last words along.
  this.leave = () => {
    if (area.value !== known) fetch(form.action, { method: "POST", body: body(area.value), keepalive: true });
  };
}

async function look() {
  const asked = new URLSearchParams(texts.map((one) => [one.item, one.base()]));
  const before = new Map(texts.map((one) => [one.item, one.base()]));
  try {
    const answer = await fetch(`${room.dataset.notes}?${asked}`, { headers: { Accept: "application/json" } });
    if (!answer.ok) return;
    const said = await answer.json();
    for (const one of texts) {
      const news = said.notes[one.item];
      if (news && one.base() === before.get(one.item)) one.hear(news);
    }
    const who = room.querySelector("[data-writing]");
    const words = said.writing.length ? `${who.dataset.words} ${said.writing.join(", ")}` : "";
    if (who.textContent !== words) who.textContent = words;
  } catch {
    // The next look tries again; what is typed is kept by `send`.
  }
}

if (room && texts.length) {
  setInterval(() => texts.forEach((one) => one.send()), SEND_EVERY);
  const again = async () => {
    if (!document.hidden) await look();
    setTimeout(again, LOOK_EVERY);
  };
  setTimeout(again, LOOK_EVERY);
  document.addEventListener("visibilitychange", () => document.hidden && texts.forEach((one) => one.leave()));
  window.addEventListener("pagehide", () => texts.forEach((one) => one.leave()));
}
