from django.urls import path

from groeimodel.foundation.files import views

app_name = "files"
urlpatterns = [
    path("<slug:slug>/documenten/", views.document_list, name="list"),
    path("<slug:slug>/documenten/bij/<str:subject>/<int:row>/", views.add, name="add"),
    path("<slug:slug>/documenten/<int:pk>/", views.document, name="document"),
    path("<slug:slug>/documenten/<int:pk>/klein/", views.thumb, name="thumb"),
    path("<slug:slug>/documenten/<int:pk>/weg/", views.remove, name="remove"),
]
