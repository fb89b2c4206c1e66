from django.urls import path

from groeimodel.meadow.actions import views

app_name = "actions"
urlpatterns = [path("<slug:slug>/acties/<int:pk>/", views.action, name="action")]
