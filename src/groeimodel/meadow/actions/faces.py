"""The picture that shows an action: of a document beside it, or of what a room above keeps, such as its news.

faces.offer(pictures_of)       # (actions) -> {key of the action: Document}
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from groeimodel.foundation.files import selectors as files
from groeimodel.foundation.files.models import Document
from groeimodel.meadow.actions.models import Action

Provider = Callable[[Sequence[Action]], Mapping[int, Document]]

_providers: list[Provider] = []


def offer(provider: Provider) -> None:
    """Add a provider; the same one twice counts once. It runs in the scope of the partnership, in few queries."""
    if provider not in _providers:
        _providers.append(provider)


def faces_of(actions: Sequence[Action]) -> dict[int, Document]:
    """By the key of the action; what lies beside the action itself goes first. One query, and those of the providers."""
    found: dict[int, Document] = {}
    for provider in _providers:
        found |= provider(actions)
    for key, documents in files.documents_by(list(actions)).items():
        picture = next((one for one in documents if one.is_picture), None)
        if picture is not None:
            found[key] = picture
    return found
