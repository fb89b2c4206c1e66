from django.urls import path

from groeimodel.showcase.neighbours import views

app_name = "neighbours"
urlpatterns = [
    path("igs/<slug:slug>/rondkijken/", views.stroll, name="list"),
    path("igs/<slug:slug>/rondkijken/<int:pk>/ook-bij-ons/", views.sow, name="sow"),
]
