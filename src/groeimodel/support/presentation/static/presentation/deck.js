// Presenting with the keyboard, without leaving full screen; the window with the notes follows, and leads too.
// Without this script each slide is a page with links.

const channel = "BroadcastChannel" in window ? new BroadcastChannel("groeimodel-presentatie") : null;
const said = document.querySelector("[data-said]");
let deck = document.querySelector("#deck");
const notes = deck.hasAttribute("data-deck-notes");

async function go(address, { tell = true } = {}) {
  if (!address) return;
  const answer = await fetch(address);
  if (!answer.ok) { location.assign(address); return; }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#deck");
  deck.replaceWith(fresh);
  deck = fresh;
  document.title = page.title;
  history.replaceState(null, "", address);
  ready();
  const title = deck.querySelector("h1");
  title?.focus({ preventScroll: true });
  if (said) said.textContent = page.title;
  if (tell) channel?.postMessage({ deck: base(), number: Number(deck.dataset.number) });
}

const base = () => (deck.dataset.deck ?? deck.dataset.deckNotes).replace(/\d+\/$/, "");

function ready() {
  const full = deck.querySelector("[data-full]");
  if (full && document.documentElement.requestFullscreen) {
    full.hidden = false;
    full.addEventListener("click", fullscreen);
  }
  deck.querySelector("[data-keys]")?.removeAttribute("hidden");
}

function fullscreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

channel?.addEventListener("message", ({ data }) => {
  if (data.deck !== base() || data.number === Number(deck.dataset.number)) return;
  go(`${base()}${data.number}/${notes ? "notities/" : ""}`, { tell: false });
});

document.addEventListener("click", (event) => {
  const link = event.target.closest("[data-go]");
  if (!link || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  go(link.getAttribute("href"));
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) return;
  const onControl = event.target.closest("a, button, summary");
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (["ArrowRight", "PageDown"].includes(key) || (key === " " && !onControl)) { event.preventDefault(); go(deck.dataset.next); }
  else if (["ArrowLeft", "PageUp"].includes(key)) { event.preventDefault(); go(deck.dataset.previous); }
  else if (key === "Home") go(`${base()}1/${notes ? "notities/" : ""}`);
  else if (key === "End") go([...deck.querySelectorAll(".deck-nav__all [data-go]")].at(-1)?.getAttribute("href"));
  else if (key === "f") fullscreen();
  else if (key === "b") document.body.classList.toggle("is-black");
  else if (key === "n" && !notes) deck.querySelector("[data-notes-link]")?.click();
});

let from = 0;
document.addEventListener("touchstart", (event) => { from = event.changedTouches[0].clientX; }, { passive: true });
document.addEventListener("touchend", (event) => {
  const way = event.changedTouches[0].clientX - from;
  if (Math.abs(way) > 70) go(way < 0 ? deck.dataset.next : deck.dataset.previous);
}, { passive: true });

const began = Date.now();
if (notes) setInterval(() => {
  const clock = deck.querySelector("[data-clock]");
  if (clock) clock.textContent = `${Math.floor((Date.now() - began) / 60000)} min`;
}, 1000);
ready();
