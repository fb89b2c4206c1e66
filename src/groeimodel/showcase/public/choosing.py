"""What whoever coordinates looks at before a page goes online: what changes, and whether it still names people."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _
from django_scopes import scopes_disabled

from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.lessons import Names, Trace, traces
from groeimodel.shop.counter.selectors import offers_in_window
from groeimodel.shop.organs.selectors import organs_of
from groeimodel.shop.publishing.selectors import published_of
from groeimodel.showcase.public.rendering import page_bytes
from groeimodel.showcase.public.safe import actions_shown, stories_shown
from groeimodel.showcase.public.selectors import shown_of
from groeimodel.showcase.public.versions import Version
from groeimodel.showcase.sharing.models import PUBLIC, Kind
from groeimodel.soil.lessons.checking import names_around

TRACES = {
    Trace.PERSON: _("een naam"),
    Trace.EMAIL: _("een e-mailadres"),
    Trace.PHONE: _("een telefoonnummer"),
}
"""What a page says better without."""
MOST = 12


def filled_of(partnership: Partnership, version: Version, today: date) -> frozenset[Kind]:
    """The kinds that have something to show today."""
    everything = replace(version, kinds=frozenset(PUBLIC))
    return frozenset(shown_of(partnership, everything, "nl", today).sections)


def titles_of(partnership: Partnership, today: date) -> list[tuple[str, str]]:
    """Every row that a page can show by its title, with the key of its French one: five queries."""
    actions = actions_shown(partnership).order_by("stage", "ends", "pk")
    return [
        *((f"organs.organ:{one.pk}", one.name) for one in organs_of(partnership, today)),
        *((f"counter.offer:{one.pk}", one.title) for one in offers_in_window(partnership, today)),
        *((f"actions.action:{one.pk}", one.title) for one in actions),
        *((f"harvest.harvest:{one.pk}", one.title) for one in stories_shown(partnership)),
        *(
            (f"decisions.decision:{one.decision.pk}", one.decision.title)
            for one in published_of(partnership)[:5]
        ),
    ]


def remarks_on(partnership: Partnership, version: Version, today: date) -> Sequence[tuple[object, str]]:
    """Names, addresses and numbers that visitors would read: what it is, and as it stands there."""
    with scopes_disabled():
        people = names_around(partnership).people
    text = _words(page_bytes(partnership, version, ("nl",), today).decode())
    found = traces(text, Names(people=people))
    seen = {(one.trace, one.text) for one in found if one.trace in TRACES and one.text != version.email}
    return [(TRACES[trace], said) for trace, said in sorted(seen)][:MOST]


def _words(page: str) -> str:
    """What somebody reads of a page; alternatives of pictures too."""
    body = page.partition("<main")[2].partition("</main>")[0]
    said = " ".join(re.findall(r' alt="([^"]*)"', body))
    plain = re.sub(r"<(svg|textarea)\b.*?</\1>|<[^>]*>", " ", body, flags=re.S)
    return html.unescape(f"{plain} {said}")
