from django.urls import path

from groeimodel.showcase.news.views import readers, sending, writing

app_name = "news"
urlpatterns = [
    path("samen/<slug:slug>/nieuws/", readers.editions, name="list"),
    path("samen/<slug:slug>/nieuws/inschrijven/", readers.subscribe, name="subscribe"),
    path("samen/<slug:slug>/nieuws/kijk-in-je-mailbox/", readers.sent, name="sent"),
    path("samen/<slug:slug>/nieuws/<int:number>/", readers.edition, name="edition"),
    path("nieuws/bevestig/<str:token>/", readers.confirm, name="confirm"),
    path("nieuws/uitschrijven/<str:token>/", readers.leave, name="leave"),
    path("igs/<slug:slug>/nieuwsbrief/", writing.desk, name="desk"),
    path("igs/<slug:slug>/nieuwsbrief/nieuw/", writing.begin, name="begin"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/", writing.draft, name="draft"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/voorbeeld/", writing.preview, name="preview"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/voorbeeld/mail/", writing.preview_mail, name="preview_mail"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/proef/", writing.test, name="test"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/weg/", writing.remove, name="remove"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/verstuur/", sending.send, name="send"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/niet-plannen/", sending.unschedule, name="unschedule"),
    path("igs/<slug:slug>/nieuwsbrief/<int:pk>/van-het-web/", sending.withdraw, name="withdraw"),
]
