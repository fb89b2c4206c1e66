"""What rooms show on the pages of others: in order, once, for who may see it, with one thing to do."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from groeimodel.foundation import panels
from groeimodel.foundation.panels import Form, Panel, Row, panels_of

PLACE = "test.page"


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[Panel]:
    """What is put in here is offered."""
    found: list[Panel] = []

    def provider(at: int) -> panels.Provider:
        return lambda _subject: found[at] if at < len(found) else None

    monkeypatch.setattr(panels, "_offers", {PLACE: [provider(at) for at in range(5)]})
    return found


def titles(may: bool = True) -> list[str]:
    return [one.title for one in panels_of(PLACE, None, may=lambda _right: may)]


def test_low_stands_first_and_what_is_empty_is_not_shown(offered: list[Panel]) -> None:
    offered += [Panel("C", [Row("c")], order=9), Panel("B", [Row("b")], order=2), Panel("Leeg", [])]
    assert titles() == ["B", "C"]


def test_a_form_is_something_to_do_without_any_row(offered: list[Panel]) -> None:
    offered.append(Panel("Zaadjes", form=Form("/x/", "Noteer", label="Wat?", right="actions.take_down")))
    assert titles() == ["Zaadjes"]
    assert titles(may=False) == [], "whoever may not send it, has nothing to see either"


def test_rows_stay_where_the_form_is_not_for_the_reader(offered: list[Panel]) -> None:
    offered.append(Panel("Zaadjes", [Row("Speelbus")], form=Form("/x/", "Noteer", right="actions.take_down")))
    (panel,) = panels_of(PLACE, None, may=lambda _right: False)
    assert panel.form is None
    assert [row.text for row in panel.rows] == ["Speelbus"]


def test_the_same_row_stands_once(offered: list[Panel]) -> None:
    offered += [
        Panel("Eerst", [Row("Speelbus", "/a/1/"), Row("zonder adres")], order=1),
        Panel("Ook", [Row("Speelbus", "/a/1/"), Row("Andere", "/a/2/"), Row("zonder adres")], order=2),
        Panel("Weer", [Row("Speelbus", "/a/1/")], order=3),
    ]
    first, second = panels_of(PLACE, None)
    assert [row.text for row in first.rows] == ["Speelbus", "zonder adres"]
    assert [row.text for row in second.rows] == ["Andere", "zonder adres"]


def test_the_form_carries_its_field_and_what_goes_along(offered: list[Panel]) -> None:
    form = Form("/x/", "Noteer", label="Hier viel:", name="idee", longest=40, hidden={"origin": 'a"b'})
    offered += [Panel("Zaadjes", form=form), Panel("Knop", form=Form("/y/", "Doe het"))]
    html = render_to_string("ui/panels.html", {"panels": panels_of(PLACE, None), "csrf_token": "geheim"})
    assert html.count('name="csrfmiddlewaretoken"') == 2
    assert 'name="origin" value="a&quot;b"' in html
    assert 'name="idee" maxlength="40" required' in html
    assert html.count("<label") == 1
