"""The content files out and in: what comes out loads to exactly the same content."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from groeimodel.content import in_force, load_from
from groeimodel.content.errors import ContentError
from groeimodel.content.in_force import Published
from groeimodel.support.texts import exchange, selectors, services
from groeimodel.support.texts.models import Change
from groeimodel.support.texts.tests.desk import FIRST, STATEMENT, editor, publish, say

VALUES = selectors.shipped_values()
TEXTS = sorted((address, language) for address, said in VALUES.items() for language in said if language)
WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"]), min_size=1, max_size=12),
    min_size=1,
    max_size=8,
).map(" ".join)


def unpacked(body: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        archive.extractall(folder)
    return folder


@given(st.dictionaries(st.sampled_from(TEXTS), WORDS, max_size=15), st.booleans())
@settings(max_examples=40, deadline=None)
def test_any_texts_go_out_and_load_the_same(
    tmp_path_factory: pytest.TempPathFactory, new: dict[tuple[str, str], str], renamed: bool
) -> None:
    values = {address: dict(said) for address, said in VALUES.items()}
    for (address, language), text in new.items():
        values[address][language] = text
    if renamed:
        values[f"{STATEMENT}.id"][""] = "soil-exchange-regular-2"
    try:
        content = in_force.made_of(Published("2026.2", values))
    except ContentError:
        return  # two statements that say the same, say: the check lets nobody publish that
    body = exchange.zip_of(values, "2026.2")
    assert load_from(unpacked(body, tmp_path_factory.mktemp("uit"))) == content
    fitting = selectors.over(VALUES, values)
    assert {(a, k): text for a, said in fitting.items() for k, text in said.items()} == exchange.read_zip(
        body
    )


@pytest.mark.django_db
def test_what_holds_goes_out_and_comes_back_as_a_draft(client: Client, tmp_path: Path) -> None:
    client.force_login(editor())
    publish("Zonder grond groeit niets.")
    body = client.get(reverse("texts:export", args=["geldt", "zip"]))
    assert body["Content-Type"] == "application/zip"
    assert load_from(unpacked(body.content, tmp_path)).version == "2026.2"
    again = client.post(
        reverse("texts:bring"), {"upload": SimpleUploadedFile("t.zip", body.content)}, follow=True
    )
    assert "niets anders" in again.content.decode()
    path = tmp_path / "principles.toml"
    path.write_text(path.read_text().replace("Zonder grond groeit niets.", "Grond is alles."))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.write(path, "principles.toml")
    client.post(reverse("texts:bring"), {"upload": SimpleUploadedFile("t.zip", stream.getvalue())})
    (change,) = Change.objects.filter(draft__closed_at=None)
    assert (change.address, change.language, change.new) == (f"{FIRST}.text", "nl", "Grond is alles.")


@pytest.mark.django_db
def test_the_draft_goes_out_too_and_a_new_id_comes_back(client: Client) -> None:
    client.force_login(editor())
    say("wording.all", "Ze zien elkaar elke maand.", "Monthly.", piece_address=STATEMENT, same=False)
    body = client.get(reverse("texts:export", args=["ontwerp", "zip"])).content
    services.discard(actor=None)
    client.post(reverse("texts:bring"), {"upload": SimpleUploadedFile("t.zip", body)})
    assert (
        Change.objects.filter(draft__closed_at=None, key__endswith=".id").get().new
        == "soil-exchange-regular-2"
    )
    assert services.publish(note="", actor=None).number == "2026.2"


@pytest.mark.django_db
def test_the_difference_can_be_applied_by_a_maintainer(client: Client, tmp_path: Path) -> None:
    client.force_login(editor())
    publish('Zonder "grond" groeit niets.')
    diff = client.get(reverse("texts:export", args=["2026.2", "diff"])).content
    for name, text in in_force.shipped_files().items():
        path = tmp_path / "src" / "groeimodel" / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=diff, check=True)
    found = load_from(tmp_path / "src" / "groeimodel" / "content")
    assert found.principles[0].text.nl == 'Zonder "grond" groeit niets.'
    assert found.version == "2026.2"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("principles.toml", "[[principle", "is niet te lezen"),
        (
            "principles.toml",
            '[[principle]]\nid = "new"\ntitle = { nl = "x", en = "y" }',
            "kent het programma niet",
        ),
        ("readme.txt", "hallo", "geen enkel tekstbestand"),
        ("factors.toml", '[[factor]]\nid = "region"\ntitle = { nl = "", en = "y" }', "niet leeg"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(client: Client, name: str, text: str, says: str) -> None:
    client.force_login(editor())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, text)
    answer = client.post(reverse("texts:bring"), {"upload": SimpleUploadedFile("t.zip", stream.getvalue())})
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_what_is_no_zip_or_far_too_large_is_refused(client: Client) -> None:
    client.force_login(editor())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("principles.toml", " " * (exchange.MOST + 1))
    for body, says in ((b"hallo", "geen ZIP"), (stream.getvalue(), "te groot")):
        answer = client.post(reverse("texts:bring"), {"upload": SimpleUploadedFile("t.zip", body)})
        assert answer.status_code == 422
        assert says in answer.content.decode()
