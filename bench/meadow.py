"""Pages of a partnership with 10 actions beside those of one with 1,000: work of the server as a ratio to an empty page.

    .venv/bin/python -m bench.meadow

Two partnerships of the same shape, the same person, one server with its database inside, rounds interleaved; processor time, so that what
else runs on the machine does not count. 'Kept' is the page as it comes again while
nothing was done; 'anew' has an address that was never asked before, so that no body of a page is kept.
"""

from __future__ import annotations

import json
import socket
import statistics
import sys
import tempfile
from collections import defaultdict
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bench.pages import Visitor, prepare, serve, wait

if TYPE_CHECKING:
    from groeimodel.foundation.partners.models import Municipality
    from groeimodel.meadow.actions.models import Action

FEW, MANY, MEMBERS, RUNS = 10, 1000, 6, 40
WANTED = 1.3
STAGES = ("flower", "seed", "harvest", "seedling", "compost")
SPECIES = ("poppy", "cornflower", "sunflower", "mallow", "daisy")


@dataclass
class Compared:
    page: str
    kept: bool
    queries_few: int
    queries_many: int
    to_empty_few: float
    to_empty_many: float

    @property
    def ratio(self) -> float:
        return self.to_empty_many / self.to_empty_few


def fill(amount: int) -> dict[str, str]:
    """A partnership with so many actions; says the addresses that are measured, by name."""
    from django.utils import timezone
    from django_scopes import scope

    from groeimodel.foundation.partners import services as partners
    from groeimodel.foundation.partners.models import Municipality
    from groeimodel.foundation.people.models import Person
    from groeimodel.meadow.actions.models import Action, StageChange

    today, person = timezone.localdate(), Person.objects.get(name="Finn Claes")
    here = partners.found_partnership(name=f"Weide van {amount}", slug=f"weide-{amount}")
    towns = [Municipality.objects.create(name=f"Dorp {amount}-{at}", invented=True) for at in range(MEMBERS)]
    for at, town in enumerate(towns):
        membership = partners.join(partnership=here, municipality=town, since=today)
        if at == 0:
            partners.fill_seat(membership=membership, role="officer", person=person, since=today)
    with scope(partnership=here):
        rows = Action.objects.bulk_create(
            Action(
                partnership=here,
                title=f"Actie nummer {at}",
                text="Drie avonden voor wie kinderen begeleidt, telkens in een andere gemeente.",
                species=SPECIES[at % 7 % 5],
                stage=(stage := STAGES[at % 5]),
                plot=towns[at % MEMBERS] if at % 2 else None,
                gardener=person,
                starts=today - timedelta(days=90) if stage in ("flower", "harvest") else None,
                ends=today + timedelta(days=at % 60 - 20) if stage in ("flower", "harvest") else None,
                budget=1000,
                progress=at % 100,
                lesson="Begin vroeger op het jaar." if stage == "compost" else "",
                taken_down_on=today - timedelta(days=100),
            )
            for at in range(amount)
        )
        StageChange.objects.bulk_create(
            StageChange(action=one, stage=stage, reason="Er is vraag naar.", on=today)
            for one in rows
            for stage in ("seed", one.stage)
        )
        flower = Action.objects.filter(stage="flower", plot=None).first()
        tended([one for one in rows if one.starts], towns)
    assert flower is not None
    root = f"/igs/{here.slug}/"
    return {
        "home": root,
        "meadow": f"{root}weide/",
        "meadow, one stage": f"{root}weide/?stadium=flower",
        "neighbours": f"{root}weide/buren/",
        "an action": f"{root}acties/{flower.pk}/",
        "its course": f"{root}acties/{flower.pk}/verloop/",
        "its evaluation": f"{root}acties/{flower.pk}/evaluatie/",
        "account": f"{root}weide/rekening/",
        "news": f"{root}weide/nieuws/",
        "by species": f"{root}weide/soorten/",
    }


def tended(rows: list[Action], towns: list[Municipality]) -> None:
    """What each that runs or ran takes and gives: money, hours, a figure, news."""
    from django.utils import timezone

    from groeimodel.meadow.actions.models import Participation
    from groeimodel.meadow.tending.models import Expense, Hours, Result, Update

    today, place = timezone.localdate(), towns[0]
    Participation.objects.bulk_create(
        Participation(action=one, municipality=place, amount=100) for one in rows if one.plot_id is None
    )
    Expense.objects.bulk_create(
        Expense(action=one, on=today, amount="12.50", what="Geluid", payer=place) for one in rows
    )
    Hours.objects.bulk_create(Hours(action=one, on=today, hours="2.5", municipality=place) for one in rows)
    Result.objects.bulk_create(
        Result(
            action=one, on=today, figure=9, unit="jongeren", source="lijst", municipality=place, reach=True
        )
        for one in rows
    )
    Update.objects.bulk_create(Update(action=one, text="De zaal zit vol.") for one in rows)


def run() -> tuple[dict[str, object], str]:
    with tempfile.TemporaryDirectory(prefix="groeimodel-bench-") as folder:
        cookie = prepare(folder)
        few, many = fill(FEW), fill(MANY)
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        server = serve(port)
        try:
            visitor = Visitor(port, cookie)
            wait(visitor)
            rows = [one for kept in (False, True) for one in compared(visitor, few, many, kept=kept)]
        finally:
            server.terminate()
            server.wait(timeout=20)
    told = [asdict(one) | {"ratio": one.ratio} for one in rows]
    return {"few": FEW, "many": MANY, "wanted": WANTED, "pages": told}, table(rows)


def compared(visitor: Visitor, few: dict[str, str], many: dict[str, str], *, kept: bool) -> list[Compared]:
    """Medians of interleaved rounds."""
    pages = ["/_empty/", *few.values(), *many.values()]
    times: dict[str, list[float]] = defaultdict(list)
    queries: dict[str, int] = {}
    for run in range(RUNS + 3):
        for path in pages:
            never = f"{'&' if '?' in path else '?'}ronde={run}"
            answer, _body = visitor.get(path if kept else path + never)
            assert answer.status == 200, (path, answer.status)
            if run >= 3:  # the first rounds warm templates
                times[path].append(float(answer.headers["X-Cpu"]))
            queries[path] = int(answer.headers["X-Queries"])
    median = {path: statistics.median(values) for path, values in times.items()}
    empty = median["/_empty/"]
    return [
        Compared(
            name, kept, queries[few[name]], queries[many[name]], median[few[name]] / empty, median[many[name]] / empty
        )
        for name in few
    ]  # fmt: skip


def table(rows: list[Compared]) -> str:
    lines = [
        f"| page | | queries, {FEW} | queries, {MANY} | ÷ empty page, {FEW} | ÷ empty page, {MANY} | ratio |",
        "|---|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {row.page} | {'kept' if row.kept else 'anew'} | {row.queries_few} | {row.queries_many}"
        f" | {row.to_empty_few:.2f} | {row.to_empty_many:.2f} | {row.ratio:.2f} |"
        for row in rows
    ]
    slow = max(row.ratio for row in rows)
    return "\n".join(
        [*lines, "", f"Asked: a ratio below {WANTED}; the largest is {slow:.2f}: {'kept' if slow < WANTED else 'not kept'}."]
    )  # fmt: skip


if __name__ == "__main__":
    figures, text = run()
    print(text)
    print(json.dumps(figures), file=sys.stderr)
