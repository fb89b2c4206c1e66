"""What documents can lie beside. Each room says it for its own rows, in its `apps.py`:

    subjects.accept(Theme, see="partners.see_inside", add="themes.tend", removed="themes.removed",
                    page=lambda one: reverse("themes.theme", args=[one.partnership.slug, one.pk]),
                    rows=lambda: Theme.objects.select_related("partnership"))

Whoever may see such a row, and documents at all, sees the documents beside it. A row that goes takes its documents
along when its room says under which verb it is told that it went; the nightly sweep finds what was forgotten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.urls import reverse

from groeimodel.foundation.files import following
from groeimodel.foundation.journal import events
from groeimodel.foundation.partners.models import Partnership


@dataclass(frozen=True, slots=True)
class Accepted:
    model: type[Any]
    see: str
    """The right to see such a row."""
    add: str
    """The right to put something beside it."""
    page: Callable[[Any], str]
    """The address where the row is shown."""
    rows: Callable[[], QuerySet[Any]]
    """The rows of the open scope, with what `about` asks of them: no query more for each."""

    @property
    def kind(self) -> str:
        return kind_of(self.model)


_accepted: dict[str, Accepted] = {}


def kind_of(subject: Any) -> str:
    """'room.model' of a row or of a table."""
    kind: str = subject._meta.label_lower
    return kind


def accept(
    model: type[Model],
    *,
    see: str,
    add: str,
    page: Callable[[Any], str],
    rows: Callable[[], QuerySet[Any]],
    removed: str = "",
) -> None:
    """Let documents lie beside the rows of a table; `removed` is the verb that tells that such a row went."""
    _accepted[kind_of(model)] = Accepted(model, see, add, page, rows)
    if removed:
        events.on(removed, following.forget)


def accepted(subject: Any) -> Accepted:
    """How documents lie beside a row, a table or 'room.model'.

    Raises:
        LookupError: no room accepts documents beside it.
    """
    kind = subject if isinstance(subject, str) else kind_of(subject)
    if kind not in _accepted:
        raise LookupError(f"No room accepts documents beside {kind}; see foundation/files/subjects.py")
    return _accepted[kind]


def kinds() -> tuple[Accepted, ...]:
    return tuple(_accepted.values())


def partnership_of(subject: Any) -> Partnership:
    found: Partnership = subject if isinstance(subject, Partnership) else subject.partnership
    return found


def accept_partnerships() -> None:
    """Documents of the partnership itself: its agreement, its logo in print."""
    accept(
        Partnership,
        see="files.see",
        add="files.add",
        page=lambda one: reverse("files:list", args=[one.slug]),
        rows=Partnership.objects.all,
    )
