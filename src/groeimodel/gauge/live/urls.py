from django.urls import path

from groeimodel.gauge.live.views import phone, screen

app_name = "live"
HERE = "igs/<slug:slug>/live/"
urlpatterns = [
    path("live/", phone.enter, name="enter"),
    path("live/<slug:code>/", phone.join, name="join"),
    path("live/stand/<slug:watch>.json", phone.stand, name="stand"),
    path("live/<slug:code>/<slug:token>/", phone.phone, name="phone"),
    path(HERE, screen.sessions, name="list"),
    path(f"{HERE}<int:pk>/", screen.session, name="session"),
    path(f"{HERE}<int:pk>/stand/", screen.stand, name="screen"),
    path(f"{HERE}<int:pk>/doe/", screen.steer, name="steer"),
    path(f"{HERE}<int:pk>/bewaren/", screen.keep, name="keep"),
    path(f"{HERE}<int:pk>/weg/", screen.throw_away, name="throw_away"),
]
