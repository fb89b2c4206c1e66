"""Data for bench/load.py, and the reckoning afterwards; each in a process of its own, on the database of the environment.

python -m bench.load_data seed PEOPLE     prints, as JSON, who there is and where they can write
python -m bench.load_data check FILE      reads what was answered as done; prints what is not in the database once
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import django

SINCE = date(2024, 1, 1)
IN_ONE = 60
"""People in one partnership."""
SHOP = "jeugdwinkel-drie-beken"


def seed(people: int) -> dict[str, Any]:
    """The example data, and beside it partnerships of sixty people of our own, each with a meeting and a live session."""
    from django_scopes import scope

    from groeimodel import demo
    from groeimodel.foundation.partners.models import Partnership
    from groeimodel.shop.desk import selectors as desk

    demo.seed()
    persons = []
    for number in range(-(-people // IN_ONE)):
        persons += partnership(number, min(IN_ONE, people - number * IN_ONE))
    shop = Partnership.objects.get(slug=SHOP)
    with scope(partnership=shop):
        towns = [one.pk for one in desk.members_of(shop)]
    return {"persons": persons, "shop": {"slug": SHOP, "towns": towns}}


def partnership(number: int, people: int) -> list[dict[str, Any]]:
    from django.utils import timezone
    from django_scopes import scope

    from groeimodel.foundation.partners import services
    from groeimodel.foundation.partners.models import Municipality, Seat
    from groeimodel.foundation.people.models import Person
    from groeimodel.gauge.live import services as live
    from groeimodel.soil.meetings import services as meetings

    slug = f"drukte-{number}"
    here = services.found_partnership(name=f"Drukte {number}", slug=slug)
    found, towns = [], []
    for place in range(-(-people // 2)):
        town = Municipality.objects.create(name=f"Druktedorp {number}-{place}", invented=True)
        membership = services.join(partnership=here, municipality=town, since=SINCE)
        towns.append(town.pk)
        for role in (Seat.Role.OFFICER, Seat.Role.ALDERMAN)[: people - place * 2]:
            name = f"Persoon {number}-{place}-{role}"
            person = Person.objects.create(
                email=f"{slug}.{place}.{role}@drukte.test".lower(), name=name, example=True
            )
            services.fill_seat(membership=membership, role=role, person=person, since=SINCE)
            found.append(person)
    starts = timezone.now() + timedelta(days=7)
    with scope(partnership=here):
        meeting = meetings.plan(
            partnership=here,
            draft=meetings.Draft(title="Samen", audience="both"),
            when=meetings.When(starts, starts + timedelta(hours=2)),
        )
        session = live.open_session(
            partnership=here, source="scan_short", pace="together", confidential=False, actor=None
        )
        live.steer(session=session, do="begin", actor=None)
    return [
        {
            "pk": person.pk,
            "key": session_of(person),
            "slug": slug,
            "meeting": meeting.pk,
            "live": session.code,
            "statement": session.asked[0]["key"],
            "town": towns[at // 2],
        }
        for at, person in enumerate(found)
    ]


def session_of(person: Any) -> str:
    """Signed in, as after a code by mail: three hundred codes are not what is measured."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    store = import_module(settings.SESSION_ENGINE).SessionStore()
    store[SESSION_KEY] = str(person.pk)
    store[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    store[HASH_SESSION_KEY] = person.get_session_auth_hash()
    store.save()
    return str(store.session_key)


def check(path: Path) -> dict[str, Any]:
    """Every text that was answered as done stands there once; every last choice of somebody is the one that is kept."""
    from django_scopes import scopes_disabled

    from groeimodel.foundation.files.models import Document
    from groeimodel.gauge.live.models import Answer as LiveAnswer
    from groeimodel.shop.desk.models import Request
    from groeimodel.soil.meetings.models import Attendance
    from groeimodel.soil.questions.models import Answer, Question
    from groeimodel.soil.themes.models import Theme

    told = json.loads(path.read_text())
    with scopes_disabled():
        texts = {
            "question": Question.objects.values_list("title", flat=True),
            "theme": Theme.objects.values_list("title", flat=True),
            "answer": Answer.objects.values_list("text", flat=True),
            "document": Document.objects.values_list("label", flat=True),
            "request": Request.objects.values_list("wish", flat=True),
        }
        there = {kind: Counter(list(found)) for kind, found in texts.items()}
        choices: dict[str, Any] = {
            f"come:{pk}": value for pk, value in Attendance.objects.values_list("person", "coming") if pk
        }
        choices |= {
            f"live:{token}": value
            for token, value in LiveAnswer.objects.values_list("participant__token", "value")
        }
    out: dict[str, Any] = {"lost": [], "double": [], "told_wrongly": [], "unsure_kept": 0, "unsure": 0}
    for name, outcome in told["texts"].items():
        kind, _, text = name.partition("\n")
        count = there[kind][text]
        if count > 1:
            out["double"].append([kind, text])
        if outcome == "done" and count == 0:
            out["lost"].append([kind, text])
        if outcome == "none" and count:
            out["told_wrongly"].append([kind, text])
        if outcome == "unsure":
            out["unsure"] += 1
            out["unsure_kept"] += count
    for name, values in told["choices"].items():
        # The last that was confirmed, or one that was sent after it and never answered.
        if values and choices.get(name) not in values:
            out["lost"].append(["choice", name])
    out["checked"] = len(told["texts"]) + len(told["choices"])
    return out


if __name__ == "__main__":
    django.setup()
    print(json.dumps(seed(int(sys.argv[2])) if sys.argv[1] == "seed" else check(Path(sys.argv[2]))))
