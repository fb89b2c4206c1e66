from django.urls import path

from groeimodel.foundation.mail import views

app_name = "mail"
urlpatterns = [
    path("mails/stop/<str:token>/", views.stop, name="stop"),
    path("mails/<str:token>/", views.wishes, name="wishes"),
]
