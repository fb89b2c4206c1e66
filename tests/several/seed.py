"""In a process of its own, on a database with only tables: the people of every test, and live sessions that ask.

    python -m tests.several.seed

Prints what the tests need to know of it, as JSON.
"""

import json

import django

django.setup()

ROOMS = ("servers", "caddy", "nginx")


def main() -> None:
    from django_scopes import scope

    from groeimodel.foundation.testing.cast import make_cast
    from groeimodel.gauge.live import services as live

    cast = make_cast()
    with scope(partnership=cast.partnership):
        rooms = {}
        for name in ROOMS:  # one for each test, so that none counts who came in for another
            session = live.open_session(
                partnership=cast.partnership,
                source="scan_short",
                pace="together",
                confidential=False,
                actor=cast.finn,
            )
            live.steer(session=session, do="begin", actor=cast.finn)
            rooms[name] = {"code": session.code, "session": session.pk, "statement": session.asked[0]["key"]}
    print(
        json.dumps(
            {
                "rooms": rooms,
                "partnership": cast.partnership.pk,
                "municipality": cast.municipality.pk,
            }
        )
    )


if __name__ == "__main__":
    main()
