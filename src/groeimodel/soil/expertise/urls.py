from django.urls import path

from groeimodel.soil.expertise import views

app_name = "expertise"
urlpatterns = [
    path("<slug:slug>/expertise/", views.directory, name="list"),
    path("<slug:slug>/expertise/<int:pk>/", views.change, name="change"),
    path("<slug:slug>/expertise/<int:pk>/weg/", views.remove, name="remove"),
]
