from django.urls import path

from groeimodel.showcase.model import views

app_name = "model"
urlpatterns = [
    path("", views.start, name="start"),
    path("model/", views.infographic, name="infographic"),
    path("model/affiche.pdf", views.poster, name="poster"),
    path("model/mijn/", views.mine, name="mine"),
    path("model/succesfactoren/", views.factors, name="factors"),
    path("model/<slug:slug>/", views.model, name="model"),
    path("over/", views.about, name="about"),
]
