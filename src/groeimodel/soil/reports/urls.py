from django.urls import path

from groeimodel.soil.reports import views

app_name = "reports"
HERE = "<slug:slug>/ontmoetingen/<int:pk>/na/"
urlpatterns = [
    path(HERE, views.after, name="after"),
    path(f"{HERE}<int:municipality>/", views.report, name="report"),
]
