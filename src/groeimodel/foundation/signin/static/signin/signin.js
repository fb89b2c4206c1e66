// Passkeys need a script and a browser that knows them: only then are their buttons shown.
document.addEventListener("DOMContentLoaded", () => {
  if (!window.PublicKeyCredential || !window.allauth) return;
  const forms = window.allauth.webauthn.forms;
  for (const form of document.querySelectorAll("[data-needs-script]")) form.hidden = false;
  if (document.getElementById("passkey_login")) {
    forms.loginForm({ ids: { login: "passkey_login", credential: "mfa_credential" } });
  }
  if (document.getElementById("mfa_webauthn_add")) {
    forms.addForm({ ids: { add: "mfa_webauthn_add", passwordless: "id_passwordless", credential: "id_credential", data: "js_data" } });
  }
});
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const complaint = document.getElementById("passkey_error");
  if (complaint) complaint.hidden = false;
});
