// Passkeys need a script and a browser that knows them: only then are their buttons shown.
if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("[data-needs-script]")) form.hidden = false;
}
const complaint = document.getElementById("passkey_error");
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  if (complaint) complaint.hidden = false;
});
