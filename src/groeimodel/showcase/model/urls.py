from django.urls import URLPattern

app_name = "model"
urlpatterns: list[URLPattern] = []
