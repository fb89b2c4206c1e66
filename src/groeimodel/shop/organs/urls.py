from django.urls import URLPattern

app_name = "organs"
urlpatterns: list[URLPattern] = []
