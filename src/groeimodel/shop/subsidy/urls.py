from django.urls import URLPattern

app_name = "subsidy"
urlpatterns: list[URLPattern] = []
