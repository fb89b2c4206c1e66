from django.contrib.auth import views as auth_views
from django.urls import path

from groeimodel.foundation.people import views

app_name = "people"
urlpatterns = [
    path("aanmelden/", auth_views.LoginView.as_view(template_name="people/sign_in.html"), name="sign_in"),
    path("afmelden/", auth_views.LogoutView.as_view(), name="sign_out"),
    path("wie/", views.choose, name="choose"),
    path("wie/<int:pk>/", views.become, name="become"),
]
