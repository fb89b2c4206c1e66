from django.urls import path

from groeimodel.showcase.photo import views

app_name = "photo"
urlpatterns = [
    path("igs/<slug:slug>/foto/", views.links, name="list"),
    path("igs/<slug:slug>/foto/<int:pk>/intrekken/", views.withdraw, name="withdraw"),
    path("foto/<slug:token>/", views.photo, name="photo"),
    path("foto/<slug:token>/dia/", views.slide, name="slide"),
    path("foto/<slug:token>/weide.svg", views.svg, name="svg"),
    path("foto/<slug:token>/weide.png", views.png, name="png"),
]
