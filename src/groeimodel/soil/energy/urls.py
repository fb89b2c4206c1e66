from django.urls import path

from groeimodel.soil.energy import views

app_name = "energy"
urlpatterns = [path("<slug:slug>/energie/", views.page, name="page")]
