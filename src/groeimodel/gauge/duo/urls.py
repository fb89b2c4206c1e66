from django.urls import path

from groeimodel.gauge.duo import views

app_name = "duo"
urlpatterns = [
    path("igs/<slug:slug>/duo/", views.own, name="own"),
    path("duo/<slug:token>/", views.side, name="side"),
    path("duo/<slug:token>/klaar/", views.finish, name="finish"),
    path("duo/<slug:token>/toch-niet/", views.reconsider, name="reconsider"),
    path("duo/<slug:token>/afspraak/", views.agree, name="agree"),
    path("duo/<slug:token>/afspraak/<int:pk>/", views.tick, name="tick"),
]
