"""The administration opens for every table, of all partnerships at once."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models, transaction
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled
from pytest_django import DjangoDbBlocker

from groeimodel import demo
from groeimodel.foundation.people.models import Person

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("groeimodel.") and admin.site.is_registered(model)
]


@pytest.fixture(scope="module")
def _planted(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The example data, in a transaction around all tests of this file."""
    with django_db_blocker.unblock(), transaction.atomic():
        demo.seed()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def administrator(_planted: None, db: None, client: Client) -> Client:
    client.force_login(Person.objects.create_superuser("beheer@voorbeeld.test", name="Beheer"))
    return client


def page(model: type[models.Model], name: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{name}", args=args)


def test_every_table_can_be_listed_and_opened(administrator: Client) -> None:
    closed = []
    for model in OURS:
        with scopes_disabled():
            first = model._default_manager.first()
        addresses = [page(model, "changelist"), page(model, "changelist") + "?q=a"]
        if first is not None:
            addresses.append(page(model, "change", first.pk))
        for address in addresses:
            status = administrator.get(address).status_code
            if status != 200:
                closed.append((address, status))
    assert len(OURS) >= 10
    assert not closed


def test_the_journal_is_only_read(administrator: Client) -> None:
    assert administrator.get("/beheer/journal/entry/add/").status_code == 403
