// Says while typing what is left to divide, and adds a minus and a plus for thumbs. Without it, the server says so.
const form = document.querySelector("[data-lay-out]");
const left = form.querySelector("[data-left]");
const inputs = [...form.querySelectorAll('input[type="number"]')];

function tell() {
  const rest = 100 - inputs.reduce((sum, one) => sum + (Number(one.value) || 0), 0);
  left.hidden = false;
  left.textContent = rest === 0 ? left.dataset.enough : `${rest > 0 ? left.dataset.more : left.dataset.less} ${Math.abs(rest)} %`;
}

for (const input of inputs) {
  for (const [step, sign] of [[-5, "−"], [5, "+"]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--small part__step";
    button.textContent = sign;
    button.setAttribute("aria-label", `${input.labels[0].textContent} ${sign} 5`);
    button.addEventListener("click", () => {
      input.value = Math.min(100, Math.max(0, (Number(input.value) || 0) + step));
      tell();
    });
    if (step < 0) input.before(button);
    else input.parentElement.append(button);
  }
  input.addEventListener("input", tell);
}
tell();
