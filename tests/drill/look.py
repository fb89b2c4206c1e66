"""A process of its own, in the restored installation: everything that can be compared, and a walk through it.

python -m tests.drill.look
"""

from __future__ import annotations

import sys
from typing import Any

import django

PAGES = ("/", "/igs/", "/igs/testland/", "/igs/testland/themas/", "/igs/testland/documenten/")
FORBIDDEN = "/igs/elders/documenten/"


def main() -> int:
    django.setup()
    from django.test import Client
    from django_scopes import scopes_disabled

    from groeimodel.foundation import tenancy
    from groeimodel.foundation.backup.models import Backup
    from groeimodel.foundation.files.models import Document
    from groeimodel.foundation.jobs import worker
    from groeimodel.foundation.jobs.models import WorkerSeen
    from groeimodel.foundation.journal.models import Entry
    from groeimodel.foundation.people.models import Person
    from tests.drill import reading

    told: dict[str, Any] = {
        "hashes": reading.hashes(),
        "named": reading.named(),
        "dangling": reading.dangling(),
        "disagreeing": tenancy.disagreeing(),
    }
    told["sums"] = reading.sums_of([path for path, _ in told["named"]])
    told["of_the_machine"] = [Backup.objects.count(), WorkerSeen.objects.count()]
    client = Client(headers={"host": "localhost"})
    told["visitor"] = client.get("/").status_code
    client.force_login(Person.objects.get(name="Finn"), backend="django.contrib.auth.backends.ModelBackend")
    told["pages"] = {one: client.get(one).status_code for one in PAGES}
    told["forbidden"] = client.get(FORBIDDEN).status_code
    told["found"] = "aan het water" in client.get("/igs/testland/zoeken/?q=speelplein").content.decode()
    with scopes_disabled():
        report = Document.objects.get(label="Verslag 4")
        photo = Document.objects.get(label="weide")
    page = f"/igs/testland/documenten/{report.pk}/"
    told["download"] = b"".join(client.get(page).streaming_content).decode()[:9]  # type: ignore[attr-defined]
    told["thumb"] = client.get(f"/igs/testland/documenten/{photo.pk}/klein/").status_code
    entries = Entry.objects.count()
    answer = client.post("/igs/testland/themas/", {"title": "Na het terugzetten", "about": "", "asked": ""})
    told["writes"] = [answer.status_code, Entry.objects.count() - entries]
    told["jobs"] = worker.work_all()
    told["after_the_night"] = reading.sums_of([path for path, _ in told["named"]]) == told["sums"]
    reading.tell(told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
