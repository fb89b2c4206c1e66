from django.urls import path

from groeimodel.showcase.mine import views

app_name = "mine"
urlpatterns = [
    path("mijn/", views.mine, name="garden"),
    path("igs/<slug:slug>/welkom/", views.newcomer, name="newcomer"),
]
