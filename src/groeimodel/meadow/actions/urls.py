from django.urls import path

from groeimodel.meadow.actions.views import growing, meadow, page, sharing, sowing

app_name = "actions"
MEADOW, ONE = "<slug:slug>/weide/", "<slug:slug>/acties/<int:pk>/"
urlpatterns = [
    path(MEADOW, meadow.page, name="meadow"),
    path(f"{MEADOW}zaadje/", sowing.sow, name="sow"),
    path(f"{MEADOW}buren/", meadow.neighbours, name="neighbours"),
    path(ONE, page.action, name="action"),
    path(f"{ONE}uitwerken/", growing.work_out, name="work_out"),
    path(f"{ONE}wijzigen/", growing.change, name="change"),
    path(f"{ONE}starten/", growing.start, name="start"),
    path(f"{ONE}plukken/", growing.pick, name="pick"),
    path(f"{ONE}composteren/", growing.compost, name="compost"),
    path(f"{ONE}deelname/", sharing.take_part, name="take_part"),
    path(f"{ONE}inbreng/", sharing.in_kind, name="in_kind"),
    path(f"{ONE}weg/", sowing.take_back, name="take_back"),
    path(f"{ONE}ook-bij-ons/", sowing.try_too, name="try_too"),
]
