from django.urls import path

from groeimodel.showcase.atlas import views

app_name = "atlas"
urlpatterns = [path("kaart/", views.page, name="map")]
