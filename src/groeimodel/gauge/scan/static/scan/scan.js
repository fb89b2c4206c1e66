// Makes the scan quicker; every page works without it.

// Each step is a new page: whoever hears the page starts at what went wrong, else at the statement itself.
const start = document.querySelector("main [role=alert]") ?? document.querySelector("main h1[tabindex]");
if (start) {
  start.tabIndex = -1;
  start.focus({ preventScroll: start.matches("h1") });
}

const form = document.querySelector("[data-scan-step]");

if (form) {
  document.querySelector("[data-keys-help]")?.removeAttribute("hidden");
  let byPointer = false;
  let sent = false;
  const send = () => {
    if (sent) return;
    sent = true;
    form.requestSubmit();
  };

  // A tap or a click on an answer goes on by itself, also on the answer that was there already.
  // Arrow keys choose too, but only to look around: those wait for Enter.
  form.addEventListener("pointerup", (event) => { byPointer = Boolean(event.target.closest(".choice")); });
  form.addEventListener("click", (event) => {
    if (byPointer && event.target.matches("input[type=radio]")) window.setTimeout(send, 140);
  });

  document.addEventListener("keydown", (event) => {
    byPointer = false;
    // A key that is held down must not answer the next statement too.
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("details, [type=text], textarea, select")) return;
    const onRadio = event.target.matches("input[type=radio]");
    const key = event.key.toLowerCase() === "w" ? "0" : event.key;
    const choice = form.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (choice) {
      choice.checked = true;
      send();
    } else if (event.key === "ArrowLeft" && !onRadio) {
      form.querySelector("[data-back]")?.click();
    } else if (event.key === "ArrowRight" && !onRadio && form.querySelector(":checked")) {
      send();
    }
  });
}

for (const link of document.querySelectorAll('a[href="#later"]')) {
  const details = document.querySelector("#later");
  if (!details) link.hidden = true;
  link.addEventListener("click", () => { details.open = true; });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = button.parentElement.querySelector("input, textarea");
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      document.execCommand("copy");
    }
    button.textContent = "Gekopieerd";
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
