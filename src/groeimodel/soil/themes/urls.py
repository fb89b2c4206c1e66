from django.urls import path

from groeimodel.soil.themes import views

app_name = "themes"
urlpatterns = [
    path("<slug:slug>/themas/", views.themes, name="list"),
    path("<slug:slug>/themas/<int:pk>/", views.theme, name="theme"),
    path("<slug:slug>/themas/<int:pk>/wijzigen/", views.change, name="change"),
    path("<slug:slug>/themas/<int:pk>/stem/", views.back, name="back"),
    path("<slug:slug>/themas/<int:pk>/rust/", views.rest, name="rest"),
    path("<slug:slug>/themas/<int:pk>/link/", views.add_link, name="add_link"),
    path("<slug:slug>/themas/link/<int:pk>/weg/", views.remove_link, name="remove_link"),
]
