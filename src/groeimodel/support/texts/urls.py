from django.urls import path

from groeimodel.support.texts.views import desk, drafts, versions

app_name = "texts"
urlpatterns = [
    path("teksten/", desk.desk, name="desk"),
    path("teksten/deel/<slug:slug>/", desk.section, name="section"),
    path("teksten/stuk/<path:address>/", desk.piece, name="piece"),
    path("teksten/ontwerp/", drafts.draft, name="draft"),
    path("teksten/ontwerp/<int:pk>/terug/", drafts.take_back, name="take_back"),
    path("teksten/ontwerp/weg/", drafts.discard, name="discard"),
    path("teksten/voorbeeld/<slug:what>/", drafts.preview, name="preview"),
    path("teksten/versies/", versions.versions, name="versions"),
    path("teksten/versies/<int:pk>/", versions.version, name="version"),
    path("teksten/versies/<int:pk>/terugzetten/", versions.restore, name="restore"),
    path("teksten/bestanden/", versions.bring, name="bring"),
    path("teksten/bestanden/<str:what>.<slug:kind>", versions.export, name="export"),
    path("teksten/software/", versions.software, name="software"),
]
