"""People who sign in. What they may do follows from seats and appointments, not from here."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth import get_backends
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from groeimodel.rules.rights import RIGHTS


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str | None, password: str | None = None, **fields: Any) -> Person:
        person = self.model(email=self.normalize_email(email) or None, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Person:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Person(AbstractBaseUser, PermissionsMixin):
    """An adult with a part in a partnership; the e-mail address is the sign-in name.

    Somebody without an address (an alderman from a public list) can fill a seat, but not sign in.
    """

    email = models.EmailField("e-mailadres", unique=True, null=True, blank=True)
    name = models.CharField("naam", max_length=120)
    is_staff = models.BooleanField("mag in het beheer", default=False)
    edits_content = models.BooleanField("redacteur van het model", default=False)
    """Keeps the texts of the model, for the umbrella organisation."""
    is_active = models.BooleanField("actief", default=True)
    example = models.BooleanField("voorbeeldpersoon", default=False)
    created_at = models.DateTimeField("gemaakt op", default=timezone.now, editable=False)
    seen_at = models.DateTimeField("laatst hier", null=True, blank=True, editable=False)
    """The start of the last visit, so that a page can say what happened since."""
    erased_at = models.DateTimeField("gewist op", null=True, blank=True, editable=False)
    """From then on the row holds nothing personal; it stays because the journal refers to it."""

    objects: ClassVar[PersonManager] = PersonManager()

    seen_before: datetime | None = None
    """Set while a visit begins: when the visit before it was."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_unique",
                violation_error_message="Dit e-mailadres bestaat al.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """Rights of the table hold for administrators too; Django's own rights are about the administration pages."""
        if perm in RIGHTS:
            backends = (one for one in get_backends() if hasattr(one, "has_perm"))
            return self.is_active and any(one.has_perm(self, perm, obj) for one in backends)
        return super().has_perm(perm, obj)
