from django.urls import path

from groeimodel.foundation.members.views import importing, invitations, particulars, people

app_name = "members"
urlpatterns = [
    path("igs/<slug:slug>/partners/", people.everyone, name="list"),
    path("igs/<slug:slug>/partners/erbij/", people.join, name="join"),
    path("igs/<slug:slug>/partners/<int:pk>/weg/", people.leave, name="leave"),
    path("igs/<slug:slug>/partners/<int:pk>/ambassadeur/", invitations.invite_ambassador, name="ambassador"),
    path("igs/<slug:slug>/partners/zetel/<int:pk>/", people.seat, name="seat"),
    path("igs/<slug:slug>/partners/zetel/<int:pk>/uitnodigen/", people.invite_to_seat, name="invite_to_seat"),
    path("igs/<slug:slug>/partners/zetel/<int:pk>/invullen/", people.sit, name="sit"),
    path("igs/<slug:slug>/partners/zetel/<int:pk>/leegmaken/", people.empty, name="empty"),
    path("igs/<slug:slug>/partners/zetel/<int:pk>/nota/", people.note, name="note"),
    path("igs/<slug:slug>/partners/inlezen/", importing.choose, name="import"),
    path("igs/<slug:slug>/partners/inlezen/nakijken/", importing.preview, name="import_preview"),
    path("igs/<slug:slug>/partners/inlezen/bevestigen/", importing.confirm, name="import_confirm"),
    path("igs/<slug:slug>/partners/inlezen/leeg.csv", importing.empty_file, name="import_template"),
    path("igs/<slug:slug>/partners/uitnodigen/", invitations.invite, name="invite"),
    path("igs/<slug:slug>/partners/uitnodiging/<int:pk>/opnieuw/", invitations.again, name="again"),
    path("igs/<slug:slug>/partners/uitnodiging/<int:pk>/intrekken/", invitations.withdraw, name="withdraw"),
    path("igs/<slug:slug>/partners/taak/<int:pk>/stop/", people.stop, name="stop"),
    path("igs/<slug:slug>/gegevens/", particulars.particulars, name="particulars"),
    path("igs/<slug:slug>/logo.png", particulars.logo, name="logo"),
    path("igs/<slug:slug>/wat-gebeurde/", people.timeline, name="timeline"),
    path("welkom/<str:token>/", invitations.accept, name="accept"),
]
