// The big screen of a live session: follows the room, and is led with the keyboard. Without this script each control
// is a plain form, and the page shows the room when it is opened again.

const screen = document.querySelector("[data-live-screen]");
let tag = "";
let busy = false;

const show = (html) => {
  const focus = document.activeElement?.closest?.("#stand") ? document.activeElement.value : "";
  const open = screen.querySelector(".live-end")?.open;
  screen.innerHTML = html;
  if (open) screen.querySelector(".live-end")?.setAttribute("open", "");
  const again = focus && screen.querySelector(`button[value="${CSS.escape(focus)}"]`);
  (again || (focus ? screen.querySelector("[data-main]") : null))?.focus({ preventScroll: true });
};

async function look() {
  if (!busy) {
    try {
      const answer = await fetch(screen.dataset.stand, { headers: tag ? { "If-None-Match": tag } : {}, cache: "no-store", signal: AbortSignal.timeout(8000) });
      if (answer.ok && !busy) {
        tag = answer.headers.get("ETag") ?? "";
        show(await answer.text());
      }
    } catch { /* the next look may find the server again */ }
  }
  if (!screen.querySelector(".live-stand--ended")) setTimeout(look, 1400);
}

screen.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-steer]");
  if (!form || busy) return;
  event.preventDefault();
  busy = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter), headers: { "X-Live": "1" } });
    if (!answer.ok) throw new Error(String(answer.status));
    tag = "";
    show(await answer.text());
  } catch {
    location.reload();
  }
  busy = false;
});

document.addEventListener("keydown", (event) => {
  if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("a, summary, input, textarea, select")) return;
  const press = (what) => { const found = screen.querySelector(what); if (found) { event.preventDefault(); found.click(); } };
  const onButton = event.target.closest("button");
  if (event.key === " " && !onButton) press("[data-main]");
  else if (event.key === "ArrowRight" || event.key === "PageDown") press("[data-next]");
  else if (event.key === "ArrowLeft" || event.key === "PageUp") press("[data-previous]");
  else if (event.key.toLowerCase() === "p") press("[data-pause]");
  else if (event.key.toLowerCase() === "f") {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.();
  }
});

setTimeout(look, 1400);
