from django.urls import path

from groeimodel.foundation.watch import views

app_name = "watch"
urlpatterns = [
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
    path("metrics", views.metrics, name="metrics"),
    path(".well-known/security.txt", views.weakness, name="weakness"),
]
