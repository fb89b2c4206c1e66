"""Looking once more before a round closes: who answered, who counts, which checks lack. Never what would be chosen."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.partners.scoping import in_partnership
from groeimodel.foundation.people.models import Person
from groeimodel.meadow.choosing import services
from groeimodel.meadow.choosing.models import Round
from groeimodel.meadow.choosing.services.drafting import RUN
from groeimodel.meadow.choosing.standing import red_lines_of, standing_of
from groeimodel.meadow.choosing.views.rounds import find


@never_cache
@in_partnership(RUN)
def close(request: HttpRequest, partnership: Partnership, pk: int) -> HttpResponse:
    """Shows how it stands; closes on POST."""
    round = find(request, partnership, pk)
    if round.state != Round.State.OPEN:
        return redirect(round)
    if request.method == "POST":
        try:
            closed = services.close_round(round=round, actor=cast(Person, request.user))
            messages.success(request, _("De ronde is gesloten. Iedereen krijgt een mail met de uitslag."))
            return redirect(closed)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return redirect(request.path)
    context = {
        "partnership": partnership,
        "round": round,
        "standing": standing_of(round, timezone.localdate()),
        "red_lines": red_lines_of(round),
    }
    return render(request, "choosing/close.html", context)
