"""What may wait: is somebody doing it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.doctor.findings import MAIL, WATCH, Check, Said, Wishes, look, mend, ok
from groeimodel.foundation.jobs import selectors as jobs
from groeimodel.foundation.jobs.models import DailyRun
from groeimodel.foundation.jobs.registry import dailies
from groeimodel.foundation.watch import selectors as watch

LONG, TOO_LONG = timedelta(minutes=5), timedelta(hours=1)
NIGHTS = timedelta(days=2)


def worker(wishes: Wishes) -> Iterator[Said]:
    if living := jobs.workers_seen():
        yield ok(f"Werkers die leven: {len(living)}.")
        return
    last = jobs.last_sign()
    since = f"sinds {timezone.localtime(last):%d/%m/%Y om %H:%M}" if last else "zolang geweten is"
    yield mend(
        f"Er loopt geen werker, {since}: mails vertrekken niet.", "Start groeimodel worker als dienst.", MAIL
    )


def waiting(wishes: Wishes) -> Iterator[Said]:
    found = jobs.waiting()
    late = timezone.now() - found.oldest_due if found.oldest_due else timedelta()
    if late > LONG:
        words = f"{found.due} taken wachten, de oudste al {late.total_seconds() // 60:.0f} minuten."
        yield (mend if late > TOO_LONG else look)(
            words, "Kijk na of een werker loopt en wat hij meldt.", WATCH
        )
    else:
        yield ok(f"Geen taak wacht te lang ({found.due} aan de beurt).")


def given_up(wishes: Wishes) -> Iterator[Said]:
    found = watch.jobs().given_up
    for kind, number in sorted(found.items()):
        words = f"Opgegeven taken van de soort {kind}: {number}."
        yield look(words, "Kijk in het beheer onder Taken, en probeer opnieuw als het hersteld is.", WATCH)
    if not found:
        yield ok("Geen taak werd opgegeven.")


def nightly(wishes: Wishes) -> Iterator[Said]:
    days = dict(DailyRun.objects.values_list("name", "day"))
    late = timezone.localdate() - NIGHTS
    old = sorted(name for name in dailies if (day := days.get(name)) is not None and day < late)
    never = sorted(name for name in dailies if days.get(name) is None)
    if old:
        words = f"Dagelijkse taken die al dagen niet gevraagd werden: {len(old)}, zoals {old[0]}."
        yield mend(words, "Laat een werker lopen, ook 's nachts.", WATCH)
    elif days and never:
        yield look(
            f"Dagelijkse taken die nog nooit liepen: {', '.join(never)}.", "Kijk morgen opnieuw.", WATCH
        )
    else:
        yield ok("De dagelijkse taken lopen.")


CHECKS = (
    Check("work.worker", worker, needs="tables"),
    Check("work.waiting", waiting, needs="tables"),
    Check("work.given_up", given_up, needs="tables"),
    Check("work.daily", nightly, needs="tables"),
)
