from django.urls import path

from groeimodel.shop.counter.views import arranging, suppliers, supporting, telling, tending, window

app_name = "counter"
HERE = "<slug:slug>/winkel/aanbod/"
urlpatterns = [
    path(HERE, window.window, name="list"),
    path(f"{HERE}nieuw/", tending.new, name="new"),
    path(f"{HERE}<int:pk>/", window.offer, name="offer"),
    path(f"{HERE}<int:pk>/foto/", window.picture, name="picture"),
    path(f"{HERE}<int:pk>/bijhouden/", tending.change, name="change"),
    path(f"{HERE}<int:pk>/foto/kiezen/", tending.picture, name="choose_picture"),
    path(f"{HERE}<int:pk>/weg/", tending.withdraw, name="withdraw"),
    path(f"{HERE}<int:pk>/terug/", tending.restore, name="restore"),
    path(f"{HERE}<int:pk>/lijst/", tending.ready, name="ready"),
    path(f"{HERE}<int:pk>/verankering/", tending.anchor, name="anchor"),
    path(f"{HERE}<int:pk>/agenda/", tending.agenda, name="agenda"),
    path(f"{HERE}boeketten/", arranging.bouquets, name="bouquets"),
    path(f"{HERE}boeketten/<int:bouquet>/", arranging.bouquet, name="bouquet"),
    path(f"{HERE}specialiteiten/", arranging.specialities, name="specialities"),
    path(f"{HERE}specialiteiten/<int:speciality>/", arranging.speciality, name="speciality"),
    path(f"{HERE}leveranciers/", suppliers.suppliers, name="suppliers"),
    path(f"{HERE}leveranciers/<int:supplier>/", suppliers.supplier, name="supplier"),
    path(f"{HERE}leveranciers/<int:supplier>/kaart/", suppliers.change_supplier, name="change_supplier"),
    path(f"{HERE}afspraken/<int:agreement>/", suppliers.agreement, name="agreement"),
    path(f"{HERE}verankering/", telling.anchoring, name="anchoring"),
    path(f"{HERE}bereik/", telling.reach, name="reach"),
    path(f"{HERE}bereik.csv", telling.reach_csv, name="reach_csv"),
    path(f"{HERE}bereik/terug/", telling.uncount, name="uncount"),
    path(f"{HERE}steun/", supporting.support, name="support"),
    path(f"{HERE}steun/vragen/", supporting.ask, name="ask_support"),
    path("steun/<str:token>/", supporting.by_link, name="support_by_link"),
]
