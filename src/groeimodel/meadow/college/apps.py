from django.apps import AppConfig


class CollegeConfig(AppConfig):
    name = "groeimodel.meadow.college"
    label = "college"
    verbose_name = "Het college meenemen"

    def ready(self) -> None:
        from groeimodel.foundation import asks
        from groeimodel.meadow.college import access, asking, following, kinds, personal, tasks  # noqa: F401
        from groeimodel.meadow.college.telling import tell_all

        tell_all()
        kinds.register_all()
        following.listen()
        asks.register(asking.asks_of)
