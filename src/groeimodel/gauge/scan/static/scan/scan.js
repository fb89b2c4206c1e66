// Makes the scan quicker; every page works without it.

const form = document.querySelector("[data-scan-step]");

if (form) {
  document.querySelector("[data-keys-help]")?.removeAttribute("hidden");
  let byPointer = false;
  form.addEventListener("pointerup", () => { byPointer = true; });
  // A tap or a click on an answer goes on by itself. Arrow keys also fire 'change', but only move: those wait for Enter.
  form.addEventListener("change", () => { if (byPointer) window.setTimeout(() => form.requestSubmit(), 140); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input[type=text], textarea, select")) return;
    const choice = form.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (choice) {
      choice.checked = true;
      form.requestSubmit();
    } else if (event.key === "ArrowLeft" && !event.target.matches("input")) {
      form.querySelector("[data-back]")?.click();
    }
  });
}

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = button.parentElement.querySelector("input");
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      button.textContent = "Gekopieerd";
    } catch {
      document.execCommand("copy");
    }
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
