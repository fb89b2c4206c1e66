"""The digest tells what happened in one's own partnerships, and never of another's."""

from datetime import timedelta

from django.utils import timezone

from groeimodel.foundation.mail.digest import blocks_for
from groeimodel.foundation.testing.cast import Cast
from groeimodel.gauge.scan.tests.filling import inside
from groeimodel.soil.harvest import services as harvest
from groeimodel.soil.harvest.services import Gain


def test_it_tells_what_others_did_since(cast: Cast) -> None:
    since = timezone.now()
    with inside(cast):
        for who, where in ((cast.celia, cast.neighbour), (cast.bram, cast.municipality)):
            gain = Gain(where, "Fuifcharter", timezone.localdate())
            harvest.record_harvest(partnership=cast.partnership, gain=gain, actor=who)
    (block,) = blocks_for(cast.bram, since)
    assert block.title == "Testland"
    assert [line.text for line in block.lines] == ["Celia noteerde oogst in Buurdorp."]
    assert blocks_for(cast.daan, since) == [], "that is another partnership"
    assert blocks_for(cast.bram, timezone.now() + timedelta(seconds=1)) == []
