// Three taps and done: the third tap sends. Arrow keys only look around and wait for the button.
const form = document.querySelector("[data-pulse]");
let byPointer = false;
let sent = false;
form?.addEventListener("pointerup", (event) => { byPointer = Boolean(event.target.closest(".scale")); });
form?.addEventListener("click", (event) => {
  if (!byPointer || sent || !event.target.matches("input[type=radio]")) return;
  if (form.querySelectorAll(":checked").length === 3) {
    sent = true;
    window.setTimeout(() => form.requestSubmit(), 200);
  }
});
