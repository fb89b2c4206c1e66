"""What the shop always has."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django_scopes import ScopedManager

from groeimodel.foundation.files.models import Document
from groeimodel.foundation.partners.models import Partnership
from groeimodel.foundation.tenancy import Inside, InsideOne
from groeimodel.meadow.actions.models import Action
from groeimodel.shop.plan.models import PlanAction


class Offer(models.Model):
    """Something that the shop always has."""

    class ForWhom(models.TextChoices):
        YOUNG = "young", "kinderen en jongeren"
        CLUBS = "clubs", "jeugdverenigingen"
        SCHOOLS = "schools", "scholen"
        SERVICES = "services", "diensten en organisaties"
        RESIDENTS = "residents", "inwoners"
        MUNICIPALITIES = "municipalities", "gemeenten"

    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("titel", max_length=120)
    text = models.TextField("wat krijg je?", max_length=2000, blank=True)
    for_whom = models.JSONField("voor wie?", default=list, blank=True)
    """Values of `ForWhom`, in its order; empty is for everyone."""
    free = models.BooleanField("het is gratis", default=False)
    price = models.CharField("wat kost het?", max_length=160, blank=True)
    """In words: '€ 60 voor een weekend, met waarborg'. Beside 'gratis' it says what is not."""
    how = models.TextField("hoe vraag je het?", max_length=600, blank=True)
    asks_open = models.BooleanField("je kunt het online vragen", default=True)
    """Whether the desk takes requests for it."""
    bookable = models.BooleanField("je kunt het reserveren", default=False)
    """Whether the desk keeps a calendar of it."""
    featured = models.BooleanField("in de kijker", default=False)
    """By itself, without a period; in a bouquet it can be for a time (`spotlight`)."""
    draft = models.BooleanField("in de maak", default=False)
    """Not in the window yet: an action was handed to the shop, and somebody still makes an offer of it."""
    grew_from = InsideOne(
        Action, verbose_name="gegroeid uit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The action that it was on the meadow, with its whole history (claim W9)."""
    starts = models.DateField("sinds")
    ends = models.DateField("tot en met", null=True, blank=True)
    withdrawn_on = models.DateField("weggehaald op", null=True, blank=True)
    withdrawn_why = models.CharField("waarom weggehaald?", max_length=200, blank=True)
    responsible = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="wie zorgt ervoor?",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    """Who tends it, beside who coordinates."""
    speciality = Inside(
        "counter.Speciality",
        verbose_name="specialiteit",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    plan_action = Inside(
        PlanAction,
        verbose_name="actie van het meerjarenplan",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    """Under which money is planned for it; more offers can share one."""
    picture = Inside(
        Document, verbose_name="foto", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    """Of the documents beside it, the one that everyone sees."""

    objects: ClassVar[models.Manager[Offer]] = ScopedManager(partnership="partnership")

    class Meta:
        verbose_name = "aanbod"
        verbose_name_plural = "aanbod"
        ordering = ["-featured", "title", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__isnull=True) | Q(ends__gte=F("starts")), name="offer_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """Select `partnership` with it."""
        return reverse("counter:offer", args=[self.partnership.slug, self.pk])

    def shown_on(self, day: date) -> bool:
        """Whether it lies in the window on a day."""
        begun = not self.draft and self.withdrawn_on is None and self.starts <= day
        return begun and (self.ends is None or day <= self.ends)

    @property
    def for_public(self) -> bool:
        """Whether everyone may see it while it lies in the window; select `partnership` with it."""
        return self.partnership.public and not self.draft and self.withdrawn_on is None

    @property
    def spotlight(self) -> bool:
        """Featured by itself, or in a bouquet that is featured today (as `selectors` counted with it)."""
        return self.featured or bool(getattr(self, "in_bouquet", False))

    @property
    def for_whom_words(self) -> list[str]:
        """In the words of a page, in a fixed order."""
        return [str(one.label) for one in self.ForWhom if one.value in self.for_whom]
