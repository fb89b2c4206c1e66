"""The administration opens for every table, of all partnerships at once."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import models
from django.test import Client
from django.urls import reverse
from django_scopes import scopes_disabled

from groeimodel import demo
from groeimodel.foundation.people.models import Person

OURS = [
    model
    for model in apps.get_models()
    if model.__module__.startswith("groeimodel.") and admin.site.is_registered(model)
]


@pytest.fixture
def administrator(db: None, client: Client) -> Client:
    demo.seed()
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
