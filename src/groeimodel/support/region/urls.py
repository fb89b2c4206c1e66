from django.urls import path

from groeimodel.support.region.views import overview, sessions, visit

app_name = "region"
HERE = "regio/<slug:slug>/"
urlpatterns = [
    path("regio/", overview.overview, name="overview"),
    path(HERE, visit.partnership, name="partnership"),
    path(f"{HERE}tuin.svg", overview.picture, name="picture"),
    path(f"{HERE}meekijken/", overview.ask_to_look, name="ask_to_look"),
    path(f"{HERE}notities/", visit.note, name="note"),
    path(f"{HERE}notities/<int:pk>/", visit.change_note, name="change_note"),
    path(f"{HERE}les/<int:pk>/", visit.send_lesson, name="send_lesson"),
    path(f"{HERE}sessie/", sessions.prepare, name="session"),
    path(f"{HERE}sessie/<int:pk>/", sessions.run, name="run"),
    path(f"{HERE}sessie/<int:pk>/klaar/", sessions.finish, name="finish"),
    path(f"{HERE}sessie/<int:pk>/weg/", sessions.drop, name="drop"),
    path("igs/<slug:slug>/meekijken/", overview.look, name="look"),
]
