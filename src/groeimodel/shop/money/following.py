"""What money follows: municipalities that merge, and organs that decide."""

from datetime import date

from django_scopes import scope

from groeimodel.foundation.journal import events
from groeimodel.foundation.journal.models import Entry
from groeimodel.foundation.partners.services.mergers import parts_of
from groeimodel.shop.money import services
from groeimodel.shop.money.models import BookYear, Change


def listen() -> None:
    """Called once, when the room is ready."""
    events.on("partners.merged", merged)
    events.on("sittings.adopted", adopted)
    events.on("sittings.rejected", rejected)


def merged(entry: Entry) -> None:
    if entry.partnership and entry.municipality_id:
        with scope(partnership=entry.partnership):
            services.take_over(
                partnership=entry.partnership, into=entry.municipality_id, parts=parts_of(entry.data)
            )


def _subject(entry: Entry) -> tuple[str, int]:
    model, _colon, key = str(entry.data.get("subject", "")).partition(":")
    return (model, int(key)) if key.isdigit() else ("", 0)


def adopted(entry: Entry) -> None:
    """The accounts of a year, or a municipality that joins or leaves."""
    model, key = _subject(entry)
    if entry.partnership is None:
        return
    with scope(partnership=entry.partnership):
        if model == "money.bookyear":
            book_year = BookYear.objects.filter(partnership=entry.partnership, pk=key).first()
            if book_year is not None:
                number = int(str(entry.data["decision"]))
                services.accounts_adopted(book_year=book_year, decision=number, at=entry.at)
        elif change := _change(entry, model, key):
            services.carry_out(change=change, on=date.fromisoformat(str(entry.data["on"])), at=entry.at)


def rejected(entry: Entry) -> None:
    model, key = _subject(entry)
    if entry.partnership is None:
        return
    with scope(partnership=entry.partnership):
        if change := _change(entry, model, key):
            services.turn_down(change=change, at=entry.at)


def _change(entry: Entry, model: str, key: int) -> Change | None:
    if model not in ("money.joining", "money.leaving"):
        return None
    rows = Change.objects.filter(partnership=entry.partnership, pk=key, state=Change.State.ASKED)
    return rows.select_related("partnership", "municipality").first()
