"""Every page, room by room."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("groeimodel.showcase.model.urls")),
    path("", include("groeimodel.support.presentation.urls")),
    path("", include("groeimodel.foundation.mail.urls")),
    path("", include("groeimodel.foundation.signin.urls")),
    path("", include("groeimodel.foundation.privacy.urls")),
    path("", include("groeimodel.foundation.members.urls")),
    path("", include("groeimodel.foundation.aldermen.urls")),
    path("", include("groeimodel.foundation.mandates.urls")),
    path("", include("groeimodel.foundation.contact.urls")),
    path("", include("groeimodel.showcase.mine.urls")),
    path("", include("groeimodel.soil.lessons.urls")),
    path("igs/", include("groeimodel.soil.energy.urls")),
    path("scan/", include("groeimodel.gauge.scan.urls")),
    path("", include("groeimodel.gauge.expectations.urls")),
    path("", include("groeimodel.gauge.duo.urls")),
    path("", include("groeimodel.gauge.live.urls")),
    path("", include("groeimodel.gauge.pulse.urls")),
    path("igs/", include("groeimodel.showcase.garden.urls")),
    path("igs/", include("groeimodel.foundation.search.urls")),
    path("igs/", include("groeimodel.soil.themes.urls")),
    path("", include("groeimodel.soil.meetings.urls")),
    path("igs/", include("groeimodel.foundation.files.urls")),
    path("igs/", include("groeimodel.showcase.sheets.urls")),
    path("igs/", include("groeimodel.soil.harvest.urls")),
    path("igs/", include("groeimodel.meadow.actions.urls")),
    path("igs/", include("groeimodel.soil.expertise.urls")),
    path("", include("groeimodel.soil.questions.urls")),
    path("igs/", include("groeimodel.soil.balance.urls")),
    path("igs/", include("groeimodel.soil.notes.urls")),
    path("igs/", include("groeimodel.soil.reports.urls")),
    path("stijl/", include("groeimodel.ui.urls")),
    path("beheer/", admin.site.urls),
]
