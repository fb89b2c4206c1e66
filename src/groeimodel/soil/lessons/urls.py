from django.urls import path

from groeimodel.soil.lessons import views

app_name = "lessons"
urlpatterns = [
    path("bibliotheek/", views.library, name="library"),
    path("bibliotheek/<int:pk>/dank/", views.thank, name="thank"),
    path("igs/<slug:slug>/lessen/", views.lesson_list, name="list"),
    path("igs/<slug:slug>/lessen/<int:pk>/", views.lesson, name="lesson"),
    path("igs/<slug:slug>/lessen/<int:pk>/wijzig/", views.change, name="change"),
    path("igs/<slug:slug>/lessen/<int:pk>/weg/", views.remove, name="remove"),
    path("igs/<slug:slug>/lessen/<int:pk>/deel/", views.share, name="share"),
    path("igs/<slug:slug>/lessen/<int:pk>/terug/", views.withdraw, name="withdraw"),
]
