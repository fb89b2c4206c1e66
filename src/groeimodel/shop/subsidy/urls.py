from django.urls import path

from groeimodel.shop.subsidy.views import files, papers

app_name = "subsidy"
HERE = "<slug:slug>/winkel/subsidie/"
urlpatterns = [
    path(HERE, files.page, name="page"),
    path(f"{HERE}<int:pk>/", files.file, name="file"),
    path(f"{HERE}<int:pk>/toegekend/", files.grants, name="grants"),
    path(f"{HERE}<int:pk>/voorwaarde/<slug:rule>/", files.value, name="value"),
    path(f"{HERE}<int:pk>/weg/", files.remove, name="remove"),
    path(f"{HERE}document/<int:pk>/", papers.paper, name="paper"),
    path(f"{HERE}document/<int:pk>/word/", papers.word, name="word"),
    path(f"{HERE}document/<int:pk>/<slug:block>/", papers.text, name="text"),
    path(f"{HERE}document/<int:pk>/<slug:block>/voorstel/", papers.take, name="take"),
    path(f"{HERE}document/<int:pk>/<slug:block>/terug/", papers.back, name="back"),
]
