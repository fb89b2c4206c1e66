from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "groeimodel.foundation.members"
    label = "members"
    verbose_name = "Uitnodigingen"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.foundation.members import asking, following, kinds, tasks  # noqa: F401
        from groeimodel.foundation.members.telling import tell_all

        tell_all()
        asks.register(asking.asks_of)
        kinds.register_all()
        following.listen()

        from groeimodel.foundation.mail import digest
        from groeimodel.foundation.members.digest import what_happened

        digest.register(what_happened)
