"""Started by test_real_site.py with the settings of a site behind HTTPS: says in JSON what it answers."""

from __future__ import annotations

import json

import django
from django.conf import settings


class AsTheModelsAre(dict[str, None]):
    """Tables at once, without the way that led to them."""

    def __contains__(self, app: object) -> bool:
        return True

    def __missing__(self, app: str) -> None:
        return None


settings.MIGRATION_MODULES = AsTheModelsAre()
django.setup()

from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402

from groeimodel.foundation.people.models import Person  # noqa: E402


def told(answer: object) -> dict[str, object]:
    cookies = {
        name: {part: one[part] for part in ("secure", "httponly", "samesite", "path", "domain", "max-age")}
        for name, one in answer.cookies.items()  # type: ignore[attr-defined]
    }
    return {
        "status": answer.status_code,  # type: ignore[attr-defined]
        "headers": {key.lower(): value for key, value in answer.items()},  # type: ignore[attr-defined]
        "cookies": cookies,
    }


call_command("migrate", verbosity=0, run_syncdb=True)
call_command("createcachetable", verbosity=0)
settings.STATIC_ROOT.mkdir()
(settings.STATIC_ROOT / "blad.css").write_text("a { color: red }")
person = Person.objects.create_user("iemand@voorbeeld.test", name="Iemand")
client = Client(headers={"X-Forwarded-Proto": "https"}, raise_request_exception=False)
known = Client(headers={"X-Forwarded-Proto": "https"})
known.force_login(person)
seen = {
    "door": told(client.get("/aanmelden/")),
    "asked": told(client.post("/aanmelden/", {"email": "niemand@voorbeeld.test"})),
    "wrong": told(client.post("/aanmelden/code/", {"code": "x"})),
    "known": told(known.get("/ik/toegang/")),
    "missing": told(client.get("/nergens/")),
    "static": told(client.get("/static/blad.css")),
    "plain": told(Client().get("/over/")),
    "health": told(Client().get("/healthz")),
}
print(json.dumps(seen))
