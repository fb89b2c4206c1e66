from django.urls import path

from groeimodel.meadow.checks.views import asking, filling, overview

app_name = "checks"
HERE = "igs/<slug:slug>/toets/"
urlpatterns = [
    path(HERE, overview.proposals, name="proposals"),
    path(f"{HERE}vragen/", asking.ask, name="ask"),
    path(f"{HERE}vragen/schepen/", asking.ask_alderman, name="ask_alderman"),
    path(f"{HERE}mijn/", filling.mine, name="mine"),
    path(f"{HERE}<int:municipality>/", filling.fill, name="fill"),
    path("toets/<str:token>/", filling.by_link, name="by_link"),
]
