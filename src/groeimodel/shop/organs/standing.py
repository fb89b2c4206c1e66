"""Where the term of a partnership stands: when it ends, who decided on going on, and who did not yet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from groeimodel.content.forms import form_of
from groeimodel.foundation.partners.models import Membership, Municipality, Partnership
from groeimodel.rules.organs import Expiry, Form, Renewal, expiry, renewal
from groeimodel.shop.organs.models import RenewalDecision, Term


@dataclass(frozen=True, slots=True)
class Member:
    """A municipality with what it decided, itself or all its parts before a merger."""

    municipality: Municipality
    says_yes: bool | None
    decision: RenewalDecision | None
    """Its own; None where only its parts decided, or nobody."""


@dataclass(frozen=True, slots=True)
class Standing:
    term: Term
    form: Form
    expiry: Expiry
    renewal: Renewal
    members: tuple[Member, ...]
    next: Term | None
    """The term that follows, once it was renewed."""

    @property
    def all_needed(self) -> bool:
        return self.form.value("renewal") == "all"

    @property
    def missing(self) -> tuple[Municipality, ...]:
        return tuple(one.municipality for one in self.members if one.says_yes is None)

    @property
    def refused(self) -> tuple[Municipality, ...]:
        return tuple(one.municipality for one in self.members if one.says_yes is False)

    @property
    def warns(self) -> bool:
        """It ends within eighteen months, or has ended, and nothing follows yet."""
        return self.expiry.warns and self.next is None


def terms_of(partnership: Partnership) -> list[Term]:
    """All of them, the last first: one query."""
    return list(
        Term.objects.filter(partnership=partnership).select_related("partnership").order_by("-starts")
    )


def current_of(terms: list[Term], today: date) -> Term | None:
    """The term of a day; else the last that ended; else the first that comes."""
    begun = [one for one in terms if one.starts <= today]
    return begun[0] if begun else (terms[-1] if terms else None)


def standing_of(term: Term, today: date) -> Standing:
    """How a term stands on a day: four queries."""
    places = [
        one.municipality
        for one in Membership.objects.filter(partnership=term.partnership, ends=None)
        .select_related("municipality")
        .order_by("municipality__name")
    ]
    former = Membership.objects.filter(
        Q(ends__isnull=False), partnership=term.partnership, municipality__merged_into__in=places
    ).values_list("municipality__merged_into", "municipality")
    parts: dict[int, list[int]] = defaultdict(list)
    for into, part in former:
        if into is not None and part not in parts[into]:
            parts[into].append(part)
    rows = {one.municipality_id: one for one in RenewalDecision.objects.filter(term=term)}
    form = form_of(term.form)
    when = expiry(term.ends.toordinal() if term.ends else None, today.toordinal())
    found = renewal(
        [one.pk for one in places],
        {key: one.says_yes for key, one in rows.items()},
        parts=parts,
        over=when.stage == "over",
        all_needed=form.value("renewal") == "all",
    )
    members = tuple(
        Member(one, True if one.pk in found.yes else False if one.pk in found.no else None, rows.get(one.pk))
        for one in places
    )
    following = Term.objects.filter(replaces=term).first()
    return Standing(term, form, when, found, members, following)
