from django.urls import path

from groeimodel.soil.harvest import views

app_name = "harvest"
urlpatterns = [
    path("<slug:slug>/oogst/", views.harvest_list, name="list"),
    path("<slug:slug>/oogst/<int:pk>/", views.change, name="change"),
    path("<slug:slug>/oogst/<int:pk>/weg/", views.remove, name="remove"),
]
