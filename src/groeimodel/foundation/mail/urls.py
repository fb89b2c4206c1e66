from django.urls import path

from groeimodel.foundation.mail import views

app_name = "mail"
urlpatterns = [
    path("ik/mails/", views.settings_page, name="settings"),
    path("mails/stop/<str:token>/", views.stop, name="stop"),
    path("mails/<str:token>/", views.by_link, name="by_link"),
    path("postvak/", views.outbox, name="outbox"),
    path("postvak/<int:pk>/", views.mail, name="mail"),
    path("postvak/<int:pk>/html/", views.mail_html, name="mail_html"),
]
