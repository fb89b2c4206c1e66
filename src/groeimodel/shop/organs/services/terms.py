"""The term of a partnership: beginning one, who decided on going on, and the next one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from groeimodel.foundation.journal.services import record
from groeimodel.foundation.partners import services as partners
from groeimodel.foundation.partners.models import Municipality, Partnership
from groeimodel.foundation.partners.services.founding import Particulars
from groeimodel.foundation.people.models import Person
from groeimodel.foundation.rights import require
from groeimodel.shop.organs.models import RenewalDecision, Term
from groeimodel.shop.organs.standing import standing_of


@dataclass(frozen=True, slots=True)
class NewTerm:
    form: str
    starts: date
    ends: date | None
    """The last day."""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a council decided on renewal."""

    municipality: Municipality
    says_yes: bool
    decided_on: date
    document: str = ""


@transaction.atomic
def begin_term(
    *, partnership: Partnership, new: NewTerm, actor: Person | None = None, at: datetime | None = None
) -> Term:
    """Write down the term that runs or is to come, and with it the legal form of the partnership.

    Raises:
        ValidationError: it begins before the one before it has ended, or its days do not fit.
    """
    require(actor, "organs.build", partnership)
    Partnership.objects.select_for_update().get(pk=partnership.pk)
    last = Term.objects.filter(partnership=partnership).order_by("-starts").first()
    if last is not None and (last.ends is None or new.starts <= last.ends):
        raise ValidationError(
            _("De vorige termijn loopt dan nog. Sluit ze eerst af, of kies een latere dag.")
        )
    term = Term(partnership=partnership)
    _fill_in(term, new)
    term.full_clean()
    term.save()
    _take_form(term, actor)
    _note("organs.term_begun", term, actor=actor, at=at)
    return term


@transaction.atomic
def change_term(*, term: Term, new: NewTerm, actor: Person | None = None) -> Term:
    """Correct a term: its days, form or basis."""
    require(actor, "organs.build", term)
    _fill_in(term, new)
    term.full_clean()
    term.save()
    _take_form(term, actor)
    _note("organs.term_changed", term, actor=actor)
    return term


def _fill_in(term: Term, new: NewTerm) -> None:
    term.form, term.starts, term.ends, term.basis = new.form, new.starts, new.ends, new.basis.strip()


def _take_form(term: Term, actor: Person | None) -> None:
    """The partnership has the form of its last term."""
    partnership = term.partnership
    if partnership.legal_form == term.form:
        return
    now = Particulars(
        name=partnership.name,
        legal_form=term.form,
        description=partnership.description,
        region=partnership.region,
        colour=partnership.colour,
        public=partnership.public,
    )
    partners.change_partnership(partnership=partnership, particulars=now, actor=actor)


@transaction.atomic
def note_renewal(
    *, term: Term, decided: Decided, actor: Person | None = None, at: datetime | None = None
) -> RenewalDecision:
    """Write down what a council decided; noted again, it takes the place of what stood there.

    Raises:
        ValidationError: the municipality is no member, the day lies after the end, or the term was renewed already.
    """
    require(actor, "organs.build", term)
    term = Term.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=term.pk)
    problems = []
    members = term.partnership.memberships.filter(ends=None)
    if not members.filter(municipality=decided.municipality).exists():
        problems.append(_("Deze gemeente is geen partner."))
    if term.ends is None:
        problems.append(_("Deze termijn heeft geen einde: er is niets te verlengen."))
    elif decided.decided_on > term.ends:
        problems.append(_("Dit besluit valt na het einde van de termijn. Dan telt het niet meer."))
    if Term.objects.filter(replaces=term).exists():
        problems.append(_("Deze termijn is al verlengd."))
    if problems:
        raise ValidationError(problems)
    found, _fresh = RenewalDecision.objects.update_or_create(
        term=term,
        municipality=decided.municipality,
        defaults={
            "says_yes": decided.says_yes,
            "decided_on": decided.decided_on,
            "document": decided.document.strip(),
            "noted_by": actor,
        },
    )
    _note("organs.renewal_noted", term, actor=actor, at=at, municipality=decided.municipality)
    return found


@transaction.atomic
def take_back_renewal(*, decision: RenewalDecision, actor: Person | None = None) -> None:
    """It was noted by mistake."""
    require(actor, "organs.build", decision.term)
    if Term.objects.filter(replaces=decision.term).exists():
        raise ValidationError(_("Deze termijn is al verlengd."))
    _note("organs.renewal_taken_back", decision.term, actor=actor, municipality=decision.municipality)
    decision.delete()


@transaction.atomic
def renew_term(
    *, term: Term, ends: date, basis: str = "", actor: Person | None = None, at: datetime | None = None
) -> Term:
    """Open the term that follows on this one, once everybody decided.

    Raises:
        ValidationError: somebody refused; or the form needs all members, and some did not decide yet.
    """
    require(actor, "organs.build", term)
    term = Term.objects.select_for_update(of=("self",)).select_related("partnership").get(pk=term.pk)
    if term.ends is None or Term.objects.filter(replaces=term).exists():
        raise ValidationError(_("Deze termijn kan niet verlengd worden."))
    standing = standing_of(term, today=term.ends)
    if standing.all_needed and not standing.renewal.complete:
        names = ", ".join(one.name for one in (*standing.refused, *standing.missing))
        raise ValidationError(_("Nog niet iedereen besliste om te verlengen: %(names)s.") % {"names": names})
    new = Term(
        partnership=term.partnership,
        form=term.form,
        starts=term.ends + timedelta(days=1),
        ends=ends,
        basis=basis.strip(),
        replaces=term,
    )
    new.full_clean()
    new.save()
    _note("organs.term_renewed", new, actor=actor, at=at)
    return new


def _note(
    verb: str,
    term: Term,
    *,
    actor: Person | None,
    at: datetime | None = None,
    municipality: Municipality | None = None,
) -> None:
    record(
        verb,
        partnership=term.partnership,
        actor=actor,
        municipality=municipality,
        subject=term,
        data={"term": term.pk},
        at=at,
    )
