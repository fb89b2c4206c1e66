"""Reads of the journal."""

from django.http import HttpRequest
from django.utils import timezone

from groeimodel.foundation.journal.models import Entry


def version_of(partnership: int) -> int:
    """Number of the last entry about a partnership (its key): as long as it is the same, nothing was done. One query.

    Every service writes an entry, so what was made of the partnership's rows may be kept by this number. What an
    administrator mends by hand writes none: whoever keeps, keeps for minutes and not for days.
    """
    last = Entry.objects.filter(partnership=partnership).order_by("-pk").values_list("pk", flat=True).first()
    return last or 0


def page_state(request: HttpRequest, partnership: int) -> str:
    """What the body of a page about a partnership depends on: what was done, who looks, and the day.

    The session is part of it, because forms carry a token that belongs to one session.
    """
    viewer, session = request.user.pk, request.session.session_key
    return f"{partnership} {version_of(partnership)} {viewer} {session} {timezone.localdate()} {request.GET.urlencode()}"
