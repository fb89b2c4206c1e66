from django.urls import path

from groeimodel.ui import views

app_name = "ui"
urlpatterns = [path("", views.style, name="style")]
