from django.urls import path

from groeimodel.shop.plan.views import adopting, cycles, local, reading, working

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
    path(f"{HERE}<int:plan>/agenda/", adopting.on_agenda, name="on_agenda"),
    path(f"{HERE}<int:plan>/versies/", reading.versions, name="versions"),
    path(f"{HERE}<int:plan>/vergelijk/", reading.comparison, name="compare"),
    path(f"{HERE}versie/<int:version>/", reading.version, name="version"),
    path(f"{HERE}actie/<int:place>/raming/", working.estimate, name="estimate"),
    path(f"{HERE}<int:plan>/bestand/<slug:kind>/", reading.export, name="export"),
    path(f"{HERE}cycli/", cycles.page, name="cycles"),
    path(f"{HERE}cycli/erbij/", cycles.new, name="new_cycle"),
    path(f"{HERE}cycli/<slug:cycle>/", cycles.change, name="cycle"),
    path(f"{HERE}cycli/<slug:cycle>/weg/", cycles.forget, name="forget_cycle"),
    path(f"{HERE}gemeenten/", local.overview, name="local"),
    path(f"{HERE}gemeenten/leeg/<slug:kind>/", local.empty_file, name="local_template"),
    path(f"{HERE}gemeenten/<int:municipality>/", local.municipality, name="municipality"),
    path(f"{HERE}gemeenten/<int:municipality>/inlezen/", local.read_file, name="import_local"),
    path(f"{HERE}gemeenten/<int:municipality>/nakijken/", local.preview, name="preview_local"),
    path(f"{HERE}gemeenten/<int:municipality>/bevestig/", local.confirm, name="confirm_local"),
    path(f"{HERE}gemeenten/actie/<int:local>/", local.link, name="link"),
    path(f"{HERE}gemeenten/actie/<int:local>/vervallen/", local.set_aside, name="set_aside"),
    path(f"{HERE}gemeenten/verband/<int:link>/weg/", local.unlink, name="unlink"),
    path(ROW, working.change, name="change"),
    path(f"{ROW}bij/", working.add_below, name="add_below"),
    path(f"{ROW}plaats/", working.move, name="move"),
    path(f"{ROW}weg/", working.remove, name="remove"),
    path(f"{ROW}terug/", working.restore, name="restore"),
]
