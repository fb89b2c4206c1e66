"""What a published decision says in words."""

from django.utils.translation import gettext as _

from groeimodel.foundation.decisions.models import Decision
from groeimodel.shop.sittings.models import Presence


def outcome_of(decision: Decision) -> str:
    """How it was decided: 'Aangenomen door de raad van bestuur: 5 stemmen voor, 1 tegen en 0 onthoudingen.'"""
    vote = decision.vote
    sentence = (
        _("Aangenomen door %(organ)s: %(pro)s stemmen voor, %(against)s tegen en %(abstain)s onthoudingen.")
        if vote.adopted
        else _(
            "Verworpen door %(organ)s: %(pro)s stemmen voor, %(against)s tegen en %(abstain)s onthoudingen."
        )
    )
    return sentence % {
        "organ": vote.organ,
        "pro": vote.pro,
        "against": vote.against,
        "abstain": vote.abstain,
    }


def role_of(one: Presence) -> str:
    """What somebody is in the organ: 'voorzitter voor Aalter'."""
    task = one.seat.task or (_("lid met raadgevende stem") if one.advisory else _("lid"))
    return (
        _("%(task)s voor %(place)s") % {"task": task, "place": one.municipality} if one.municipality else task
    )
