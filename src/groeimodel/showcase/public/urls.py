from django.urls import path

from groeimodel.showcase.public.views import choosing, linking, pieces, visitors

app_name = "public"
HERE = "samen/<slug:slug>/"
CHOOSE = "igs/<slug:slug>/publieke-pagina/"
urlpatterns = [
    path(HERE, visitors.page, name="page"),
    path(f"{HERE}feed.xml", visitors.feed, name="feed"),
    path(f"{HERE}kader/", visitors.embed, name="embed"),
    path(f"{HERE}tuin.svg", pieces.garden_svg, name="garden_svg"),
    path(f"{HERE}tuin-<slug:shape>.svg", pieces.drawing, name="drawing"),
    path(f"{HERE}foto/<int:pk>.webp", pieces.picture, name="picture"),
    path(f"{HERE}logo.png", pieces.logo, name="logo"),
    path(f"{HERE}kaart.png", pieces.card, name="card"),
    path("oembed/", linking.oembed, name="oembed"),
    path("sitemap.xml", linking.sitemap, name="sitemap"),
    path("robots.txt", linking.robots, name="robots"),
    path(CHOOSE, choosing.choose, name="choose"),
    path(f"{CHOOSE}voorbeeld/", choosing.look, name="look"),
    path(f"{CHOOSE}voorbeeld/pagina/", choosing.preview, name="preview"),
    path(f"{CHOOSE}offline/", choosing.offline, name="offline"),
    path(f"{CHOOSE}terug/", choosing.undo, name="undo"),
]
