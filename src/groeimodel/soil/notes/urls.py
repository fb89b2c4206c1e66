from django.urls import path

from groeimodel.soil.notes import views

app_name = "notes"
HERE = "<slug:slug>/ontmoetingen/<int:pk>/verslag/"
urlpatterns = [
    path(HERE, views.notes, name="notes"),
    path(f"{HERE}begin/", views.begin, name="begin"),
    path(f"{HERE}nieuws/", views.news, name="news"),
    path(f"{HERE}<int:item>/", views.write, name="write"),
    path(f"{HERE}<int:item>/uitkomsten/", views.outcomes, name="outcomes"),
    path(f"{HERE}<int:item>/<str:kind>/", views.note_outcome, name="note_outcome"),
    path("<slug:slug>/taken/", views.tasks, name="tasks"),
    path("<slug:slug>/taken/<int:outcome>/", views.tick, name="tick"),
    path("<slug:slug>/uitkomsten/<int:outcome>/weg/", views.remove, name="remove"),
]
