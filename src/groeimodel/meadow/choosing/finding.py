"""How choosing rounds are found."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.search.kinds import Entry, Kind
from groeimodel.meadow.choosing.models import Round


def entry_of(round: Round) -> Entry | None:
    """With the titles of its proposals; a round that is only being prepared is found by nobody."""
    if round.state == Round.State.DRAFT:
        return None
    titles = " ".join(round.proposals.values_list("title", flat=True))
    return Entry(round.partnership, round.title, round.get_absolute_url(), f"{round.why} {titles}".strip())


def rows(partnership: Partnership) -> Iterable[Round]:
    return Round.objects.filter(partnership=partnership).select_related("partnership").defer("snapshot")


ROUND = Kind(Round, _("Kiesronde"), entry_of, rows, frozenset({"choosing.removed"}))
