from django.apps import AppConfig


class SigninConfig(AppConfig):
    name = "groeimodel.foundation.signin"
    label = "signin"
    verbose_name = "Aanmelden"

    def ready(self) -> None:
        from groeimodel.foundation.signin import kinds

        kinds.register_all()
        from groeimodel.foundation.signin.telling import tell_all

        tell_all()
