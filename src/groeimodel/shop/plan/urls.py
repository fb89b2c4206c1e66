from django.urls import path

from groeimodel.shop.plan.views import adopting, reading, working

app_name = "plan"
HERE = "<slug:slug>/winkel/plan/"
ROW = f"{HERE}<slug:level>/<int:place>/"
urlpatterns = [
    path(HERE, reading.page, name="page"),
    path(f"{HERE}nieuw/", working.new, name="new"),
    path(f"{HERE}<int:plan>/", reading.plan, name="plan"),
    path(f"{HERE}<int:plan>/titel/", working.title, name="title"),
    path(f"{HERE}<int:plan>/doelstelling/", working.add_objective, name="add_objective"),
    path(f"{HERE}<int:plan>/goedgekeurd/", adopting.adopted, name="adopt"),
    path(f"{HERE}<int:plan>/versies/", reading.versions, name="versions"),
    path(f"{HERE}<int:plan>/vergelijk/", reading.comparison, name="compare"),
    path(f"{HERE}versie/<int:version>/", reading.version, name="version"),
    path(f"{HERE}actie/<int:place>/raming/", working.estimate, name="estimate"),
    path(ROW, working.change, name="change"),
    path(f"{ROW}bij/", working.add_below, name="add_below"),
    path(f"{ROW}plaats/", working.move, name="move"),
    path(f"{ROW}weg/", working.remove, name="remove"),
    path(f"{ROW}terug/", working.restore, name="restore"),
]
