"""Every address for programs, against its description in `docs/openapi.json`: what it may answer, in which form, never an error of ours.

Schemathesis makes up what is asked; half of the time with the key of a row that there is, so that there is something to answer.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.urls import URLPattern
from django_scopes import scopes_disabled
from hypothesis import given
from pytest_django.fixtures import Settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from groeimodel.shop.desk.models import Bookable
from groeimodel.showcase.photo.models import Photo
from groeimodel.soil.meetings.models import FeedKey
from tests.fuzz.asking import errors
from tests.fuzz.nasty import tried
from tests.permissions.addresses import kwargs_of
from tests.permissions.conftest import Knock
from tests.permissions.test_walk import ADDRESSES
from tests.permissions.world import World

FILE = Path(__file__).resolve().parents[2] / "docs" / "openapi.json"
DESCRIPTION: dict[str, Any] = json.loads(FILE.read_text())
OPERATIONS = sorted((path, method) for path, kinds in DESCRIPTION["paths"].items() for method in kinds)
TOKEN = "een-lange-sleutel"
ALSO = ("public:oembed", "publishing:thing", "live:phone")
"""Pages by their form that programs ask all the same."""


def template_of(pattern: URLPattern, name: str) -> str:
    """The path of an address as the description writes it."""
    from django.urls import get_resolver

    room, _colon, short = name.rpartition(":")
    resolver: Any = get_resolver()
    for part in room.split(":") if room else ():
        prefix, resolver = resolver.namespace_dict[part]
        (found,) = resolver.reverse_dict.getlist(short)[:1]
        return "/" + re.sub(r"%\((\w+)\)s", r"{\1}", prefix + found[0][0][0])
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(pattern.pattern))


def for_programs() -> dict[str, str]:
    """Path by the name of each address that is no page: pages end in a slash."""
    found = {template_of(pattern, name): name for name, pattern in ADDRESSES.items() if name != "model:start"}
    return {path: name for path, name in found.items() if not path.endswith("/") or name in ALSO}


def test_every_address_for_programs_is_described_and_no_other() -> None:
    assert set(DESCRIPTION["paths"]) == set(for_programs())


def known(world: World, path: str) -> dict[str, Any]:
    """The parameters with which there is something at an address."""
    name = for_programs()[path]
    parts = kwargs_of(name, set(ADDRESSES[name].pattern.converters), world)
    if name == "meetings:feed":
        parts["key"] = FeedKey.objects.get_or_create(partnership=world.partnership, person=None)[0].key
    elif name == "desk:feed":
        parts["key"] = Bookable.objects.get(pk=world.keys["bookable"]).feed_key
    elif name.startswith("photo:"):
        parts["token"] = Photo.objects.get(pk=world.keys["photo"]).token
    return parts


def with_known(world: World, path: str) -> dict[str, Any]:
    """The description of one address, in which the keys of rows that there are stand as well."""
    told = copy.deepcopy(DESCRIPTION)
    told["paths"] = {path: told["paths"][path]}
    with scopes_disabled():
        parts = known(world, path)
    for operation in told["paths"][path].values():
        for number, one in enumerate(operation.get("parameters", ())):
            if "$ref" in one:
                one = copy.deepcopy(told["components"]["parameters"][one["$ref"].rpartition("/")[2]])
                operation["parameters"][number] = one
            if one["name"] in parts:
                one["schema"] = {"anyOf": [{"enum": [parts[one["name"]]]}, one["schema"]]}
            elif one["name"] == "url":
                page = f"{settings.PUBLIC_URL}/samen/{world.partnership.slug}/"
                one["schema"] = {"anyOf": [{"enum": [page]}, one["schema"]]}
    return told


def who(world: World, path: str) -> str:
    if path.startswith("/teksten"):
        return "editor"
    return "supporter" if path.startswith("/regio") else "coordinator"


@contextmanager
def the_connection_stays() -> Iterator[None]:
    """The application itself would close the connection that the rows of the test are made on; Django's client knows that."""
    signals = (request_started, request_finished)
    for one in signals:
        one.disconnect(close_old_connections)
    try:
        yield
    finally:
        for one in signals:
            one.connect(close_old_connections)


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_it_keeps_what_its_description_promises(
    path: str, method: str, world: World, knock: Knock, settings: Settings
) -> None:
    settings.METRICS_TOKEN = TOKEN
    schema: Any = schemathesis.openapi.from_dict(with_known(world, path))
    schema.app = get_wsgi_application()
    operation = schema[path][method.upper()]
    (somebody,) = [one for one in world.everybody if one.name == who(world, path)]
    session = knock(somebody).cookies[settings.SESSION_COOKIE_NAME].value
    answered: set[int] = set()

    @tried(2, path)
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        for given_session, token in ((session, TOKEN), ("", "")):
            case.headers = {"Authorization": f"Bearer {token}"}
            case.cookies = {settings.SESSION_COOKIE_NAME: given_session} if given_session else {}
            with transaction.atomic(), errors() as broke:
                answer = case.call()
                transaction.set_rollback(True)
            assert not broke, broke[0]
            answered.add(answer.status_code)
            # The door is an answer to whoever did not sign in, whatever was asked; a link that is over is one as well.
            passed = [] if given_session else [negative_data_rejection]
            passed += [positive_data_acceptance] if answer.status_code == 410 else []
            case.validate_response(answer, excluded_checks=passed)

    with the_connection_stays():
        ask()
    assert answered
