// Makes answering quicker; every page works without it.

const start = document.querySelector("main [role=alert]") ?? document.querySelector("main h1[tabindex]");
start?.focus({ preventScroll: true });

const form = document.querySelector("[data-step]");

if (form) {
  let byPointer = false;
  let sent = false;
  // Two taps and on: as soon as both scales are answered by a tap. Arrow keys only look around and wait for Enter.
  form.addEventListener("pointerup", (event) => { byPointer = Boolean(event.target.closest(".scale")); });
  form.addEventListener("click", (event) => {
    if (!byPointer || sent || !event.target.matches("input[type=radio]")) return;
    const asked = new Set([...form.querySelectorAll("input[type=radio]")].map((one) => one.name));
    if ([...asked].every((name) => form.querySelector(`[name="${name}"]:checked`))) {
      sent = true;
      window.setTimeout(() => form.requestSubmit(), 160);
    }
  });
}
