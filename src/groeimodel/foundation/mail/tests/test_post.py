"""A mail is written with the change that it tells, in both forms, to a person or to a bare address."""

import pytest
from django.db import transaction

from groeimodel.foundation.jobs.models import Job
from groeimodel.foundation.mail import kinds
from groeimodel.foundation.mail.models import OutgoingMail
from groeimodel.foundation.mail.services import Action, Letter, post
from groeimodel.foundation.testing.cast import Cast
from groeimodel.foundation.testing.mailbox import last_mail_to, link_in, mails_to

LETTER = Letter(
    subject="Doe je\nmee?",
    paragraphs=["Er is een plaats vrij.", ("list", ["voor jou", "voor een ander"])],
    action=Action(label="Ja, ik doe mee", url="/uitnodiging/abc/"),
    after=["Geen zin? Doe niets."],
)


def test_a_mail_says_the_same_in_text_and_html(cast: Cast) -> None:
    mail = post(kind="mail.test", to=cast.bram, letter=LETTER, partnership=cast.partnership)
    assert mail is not None
    assert mail.subject == "Doe je mee?"
    for said in ("Dag Bram,", "Er is een plaats vrij.", "voor een ander", "Geen zin? Doe niets.", "Testland"):
        assert said in mail.text
        assert said in mail.html
    assert "Ja, ik doe mee:\nhttp://127.0.0.1:8000/uitnodiging/abc/" in mail.text
    assert 'href="http://127.0.0.1:8000/uitnodiging/abc/"' in mail.html
    assert Job.objects.get().payload == {"mail": mail.pk}


def test_what_people_wrote_cannot_become_html(cast: Cast) -> None:
    mail = post(kind="mail.test", to="x@voorbeeld.test", name="<b>Piet</b>", letter=LETTER)
    assert mail is not None
    assert "<b>" not in mail.html
    assert "Dag <b>Piet</b>," in mail.text


def test_no_change_no_mail(cast: Cast) -> None:
    @transaction.atomic
    def change() -> None:
        post(kind="mail.test", to=cast.bram, letter=LETTER)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change()
    assert not OutgoingMail.objects.exists()
    assert not Job.objects.exists()


def test_somebody_without_an_address_gets_none(cast: Cast) -> None:
    cast.bram.email = None
    assert post(kind="mail.test", to=cast.bram, letter=LETTER) is None


def test_a_kind_must_be_known(cast: Cast) -> None:
    with pytest.raises(LookupError, match="nobody"):
        post(kind="nobody.knows", to=cast.bram, letter=LETTER)


def test_only_an_optional_kind_can_be_stopped_from_the_mail(cast: Cast) -> None:
    post(kind="mail.test", to=cast.bram, letter=LETTER)
    assert "/mails/stop/" not in last_mail_to(cast.bram).text
    post(kind="mail.digest", to=cast.bram, letter=LETTER)
    assert link_in(last_mail_to(cast.bram), "/mails/stop/")
    assert last_mail_to(cast.bram).unsubscribe_url in last_mail_to(cast.bram).html
    assert len(mails_to(cast.bram)) == 2


def test_every_kind_has_a_label() -> None:
    assert all(str(kind.label) for kind in kinds.all_kinds())
