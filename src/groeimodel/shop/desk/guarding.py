"""Keeping programs out of the public form without following anybody: a trap, a stamp, a count, and few links.

Nothing leaves this site, no cookie is set, and of an address nothing is kept but a keyed hash with a count, for an hour.
"""

from __future__ import annotations

import re
import time

from allauth.account.adapter import get_adapter
from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
MOST_HERE, MOST_TO_ONE, MOST_SAID = 60, 3, 20
"""An hour: requests from one internet address (a whole school may share one), mails to one mail address, messages on one request."""
FASTEST, LONGEST = 4, 24 * HOUR
"""Seconds between opening the form and sending it."""
MOST_LINKS = 2
LINK = re.compile(r"https?:|www\.|</?a\b|\[url", re.IGNORECASE)
SALT = "groeimodel.desk.stamp"


def stamp(slug: str) -> str:
    """When the form was opened, and for which shop: signed, so that nobody can make one up."""
    return signing.dumps([slug, time.time()], salt=SALT)


def too_fast_or_old(found: str, slug: str, fastest: float = FASTEST) -> bool:
    """Whether the stamp was made a moment ago or longer than a day, or not here for this shop."""
    try:
        told, opened = signing.loads(found, salt=SALT, max_age=LONGEST)
    except (signing.BadSignature, ValueError, TypeError):
        return True
    return bool(told != slug or time.time() - opened < fastest)


def too_many_links(text: str) -> bool:
    return len(LINK.findall(text)) > MOST_LINKS


def too_many_from(request: HttpRequest) -> bool:
    """Counts this one too."""
    return _over(f"ask:{get_adapter().get_client_ip(request)}", MOST_HERE)


def too_many_to(address: str) -> bool:
    """Counts this one too: nobody's mailbox is filled by somebody else."""
    return _over(f"mail:{address.strip().lower()}", MOST_TO_ONE)


def too_many_said(pk: int) -> bool:
    """Counts this one too."""
    return _over(f"said:{pk}", MOST_SAID)


def _over(what: str, most: int) -> bool:
    key = "desk-" + salted_hmac("groeimodel.desk.guard", what, algorithm="sha256").hexdigest()
    now = time.time()
    count, ends = cache.get(key) or (0, now + HOUR)
    if ends <= now:
        count, ends = 0, now + HOUR
    # The end is kept in the value: adding to a count would begin its hour anew.
    cache.set(key, (count + 1, ends), max(1, int(ends - now)))
    return bool(count + 1 > most)
