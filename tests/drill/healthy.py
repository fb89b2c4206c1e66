"""A process of its own: an installation as it should be, or with troubles that only its rows can have.

python -m tests.drill.healthy           people, files, a worker that lives, daily jobs
python -m tests.drill.healthy stopped   the worker is gone, jobs wait, words cannot be found, a row is of two partnerships
python -m tests.drill.healthy again     all that is over
"""

from __future__ import annotations

import sys
from datetime import timedelta

import django


def main(what: str = "fill") -> int:
    django.setup()
    from django_scopes import scopes_disabled

    from tests.drill import reading

    with scopes_disabled():
        {"fill": fill, "stopped": stopped, "again": again}[what]()
    reading.tell({})
    return 0


def fill() -> None:
    from groeimodel.foundation.jobs import worker
    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.foundation.search import services
    from groeimodel.soil.themes import services as themes
    from groeimodel.soil.themes.models import Theme
    from tests.drill.at_work import filled

    cast = filled()
    themes.back(theme=Theme.objects.get(), actor=cast.bram)
    for one in Partnership.objects.all():
        services.rebuild(one)
    worker.work_all()
    busy()


def busy() -> None:
    """A worker that has a job in hand for a whole day: however slow this machine is, it lives."""
    from django.utils import timezone

    from groeimodel.foundation.jobs.models import WorkerSeen

    WorkerSeen.objects.update(busy_until=timezone.now() + timedelta(days=1))


def stopped() -> None:
    from django.utils import timezone

    from groeimodel.foundation.jobs.models import DailyRun, Job, WorkerSeen
    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.foundation.search.models import SearchEntry
    from groeimodel.soil.themes.models import Backing

    now = timezone.now()
    WorkerSeen.objects.update(seen_at=now - timedelta(hours=3), busy_until=None)
    Job.objects.create(kind="mail.send", payload={}, due_at=now - timedelta(hours=2))
    Job.objects.create(kind="mail.send", payload={}, given_up_at=now)
    DailyRun.objects.update(day=now.date() - timedelta(days=5))
    SearchEntry.objects.filter(model="themes.theme").update(key=999_999)
    row = Backing.objects.order_by("pk").first()
    assert row is not None
    other = Partnership.objects.exclude(pk=row.partnership_id).first()
    Backing.objects.filter(pk=row.pk).update(partnership=other)


def again() -> None:
    from groeimodel.foundation.jobs import worker
    from groeimodel.foundation.jobs.models import Job
    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.foundation.search import services
    from groeimodel.foundation.search.models import SearchEntry
    from groeimodel.soil.themes.models import Backing, Theme

    Job.objects.filter(kind="mail.send", payload={}).delete()
    SearchEntry.objects.filter(key=999_999).delete()
    for theme in Theme.objects.all():
        Backing.objects.filter(theme_id=theme.pk).update(partnership=theme.partnership_id)
    for one in Partnership.objects.all():
        services.rebuild(one)
    worker.work_all()
    busy()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
