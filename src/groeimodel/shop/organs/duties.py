"""Days of terms and organs that must not be missed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from groeimodel.foundation.due import Due
from groeimodel.foundation.partners.models import Partnership
from groeimodel.rules.organs import WARNINGS
from groeimodel.shop.organs.models import Organ
from groeimodel.shop.organs.selectors import organs_of
from groeimodel.shop.organs.showing import standing_today
from groeimodel.shop.organs.standing import Standing


def due_of(partnership: Partnership, today: date) -> Iterator[Due]:
    """The next step of the term, and organs that end; six queries."""
    standing = standing_today(partnership, today)
    if standing is not None and standing.next is None and standing.term.ends is not None:
        yield _of_term(standing, standing.term.ends, partnership)
    for organ in organs_of(partnership, today):
        if organ.ends is not None and (organ.ends - today).days <= WARNINGS[12]:
            yield _of_organ(organ, organ.ends, partnership)


def _of_term(standing: Standing, ends: date, partnership: Partnership) -> Due:
    """By which day the step of this stage is done: talk, ask every council, have every decision."""
    stage, last = standing.expiry.stage, date_format(ends, "j F Y")
    left = {"far": WARNINGS[18], "18": WARNINGS[12], "12": WARNINGS[6]}.get(stage, 0)
    titles = {
        "far": _("Begin te praten over de verlenging van jullie samenwerking"),
        "18": _("Beslis samen of jullie verlengen, en maak een ontwerp"),
        "12": _("Vraag elke gemeenteraad een besluit over de verlenging"),
        "6": _("Alle besluiten over de verlenging moeten er zijn"),
        "over": _("De termijn van jullie samenwerking is voorbij"),
    }
    return Due(
        key=f"organs.term:{standing.term.pk}:{stage}",
        on=ends - timedelta(days=left),
        title=titles[stage],
        path=reverse("organs:term", args=[partnership.slug]),
        why=" ".join(_why(standing, last)),
        room=_("Organen"),
    )


def _why(standing: Standing, last: str) -> Iterator[str]:
    yield _("De laatste dag is %(day)s.") % {"day": last}
    if standing.expiry.warns and standing.missing:
        yield _("Nog geen besluit van: %(names)s.") % {
            "names": ", ".join(one.name for one in standing.missing)
        }
    rule = standing.form.rule("if_missing")
    if rule is not None and rule.value != "nothing":
        yield rule.text


def _of_organ(organ: Organ, ends: date, partnership: Partnership) -> Due:
    return Due(
        key=f"organs.organ:{organ.pk}",
        on=ends,
        title=_("%(organ)s: de laatste dag") % {"organ": organ.name},
        path=reverse("organs:organ", args=[partnership.slug, organ.pk]),
        why=_("Daarna kan dit orgaan niets meer beslissen."),
        room=_("Organen"),
    )
