from django.urls import path

from groeimodel.showcase.garden import views

app_name = "garden"
urlpatterns = [
    path("", views.partnerships, name="list"),
    path("<slug:slug>/", views.home, name="home"),
    path("<slug:slug>/tuin.svg", views.picture, name="svg"),
    path("<slug:slug>/streefbeeld/", views.aim, name="aim"),
]
