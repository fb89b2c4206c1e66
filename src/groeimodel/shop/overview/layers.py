"""Soil and meadow as the shop sees them, with what it forgets (claims G6, B18)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from groeimodel.foundation import records
from groeimodel.foundation.partners.models import Partnership
from groeimodel.gauge.scan.latest import SOIL_SAYS, Latest, latest_of
from groeimodel.meadow.actions import selectors as actions
from groeimodel.meadow.actions.models import Action
from groeimodel.rules import neglect
from groeimodel.shop.overview.selectors import Shop, records_from
from groeimodel.soil.energy.selectors import ground_of, last_met
from groeimodel.soil.harvest.models import Harvest

HALF_YEAR = timedelta(days=183)
YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Told:
    """A warning in words, with the page where something can be done about it."""

    text: str
    url: str
    button: str


@dataclass(frozen=True, slots=True)
class Layers:
    """Soil and meadow on a day."""

    latest: Latest | None
    last_met: date | None
    harvests: int
    """Of the last half year."""
    running: int
    """Shared actions that run."""
    budding: int
    """Shared seeds and seedlings."""
    picked: int
    """Shared actions that were picked in the last year."""
    warnings: tuple[Told, ...]

    @property
    def health(self) -> str | None:
        return self.latest.result.diagnosis.layers["soil"].health if self.latest else None

    @property
    def soil_says(self) -> str:
        return SOIL_SAYS[self.health]


def layers_of(partnership: Partnership, shop: Shop, today: date) -> Layers:
    """A constant number of queries, whatever there is."""
    said = records.together([actions.records_of(partnership, today), records_from(shop)])
    latest, ground = latest_of(partnership, said), ground_of(partnership, today)
    shared = list(Action.objects.filter(partnership=partnership, plot=None))
    stages = [one.stage for one in shared]
    seen = neglect.Seen(
        soil=latest.result.diagnosis.layers["soil"].health if latest else None,
        days_since_scan=(today - latest.measured_on).days if latest else None,
        quiet=ground.quiet,
        drying=len(ground.dry),
        harvests=Harvest.objects.filter(partnership=partnership, gained_on__gt=today - HALF_YEAR).count(),
        running=stages.count(Action.Stage.FLOWER),
        started=sum(one.taken_down_on > today - YEAR or _began_in_a_year(one, today) for one in shared),
    )
    return Layers(
        latest=latest,
        last_met=last_met(partnership),
        harvests=seen.harvests,
        running=seen.running,
        budding=stages.count(Action.Stage.SEED) + stages.count(Action.Stage.SEEDLING),
        picked=sum(one.stage == Action.Stage.HARVEST and _ended_in_a_year(one, today) for one in shared),
        warnings=tuple(in_words(one, partnership.slug) for one in neglect.warnings(seen)),
    )


def _began_in_a_year(action: Action, today: date) -> bool:
    return action.starts is not None and today - YEAR < action.starts <= today


def _ended_in_a_year(action: Action, today: date) -> bool:
    return action.ends is not None and today - YEAR < action.ends <= today


def in_words(warning: neglect.Warning, slug: str) -> Told:
    """What the shop forgets, and where to mend it."""
    n = warning.figure
    meetings, meadow = (_("Naar de ontmoetingen"), "meetings:list"), (_("Naar de weide"), "actions:meadow")
    scan = (_("Naar de groeiscan"), "scan:rounds")
    told: dict[str, tuple[str, tuple[str, str]]] = {
        "poor": (
            _("De potgrond is arm. Geen winkel houdt stand op arme grond: voed eerst het netwerk."),
            meetings,
        ),
        "quiet": (
            _("Al %(days)s dagen niet samengezeten. Ook een winkel leeft van uitwisseling.") % {"days": n},
            meetings,
        ),
        "dry": (
            ngettext(
                "Bij %(n)s gemeente valt de energie stil. Praat erover voor het aan de toonbank te merken is.",
                "Bij %(n)s gemeenten valt de energie stil. Praat erover voor het aan de toonbank te merken is.",
                n,
            )
            % {"n": n},
            (_("Bekijk de energie"), "energy:page"),
        ),
        "unmeasured": (
            _("De potgrond is al meer dan anderhalf jaar niet gemeten.")
            if n
            else _("De potgrond is nog niet gemeten."),
            scan,
        ),
        "no_harvest": (
            _(
                "In het laatste half jaar is geen oogst genoteerd. Zonder oogst ziet niemand wat het opbrengt."
            ),
            (_("Noteer oogst"), "harvest:list"),
        ),
        "bare": (
            _("Er loopt geen gezamenlijke actie. Een winkel heeft bloemen nodig om te verkopen."),
            meadow,
        ),
        "nothing_new": (
            _(
                "Al een jaar kwam er niets nieuws op de gezamenlijke weide. Wat vandaag bloeit, raakt ooit op."
            ),
            meadow,
        ),
    }
    text, (button, page) = told[warning.word]
    return Told(text, reverse(page, args=[slug]), button)
