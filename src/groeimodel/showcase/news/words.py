"""The words for readers, in Dutch and, where a member has facilities for it, in French: pages, buttons and mails."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

DUTCH: Mapping[str, Any] = {
    "tag": "nl-BE",
    "news_of": _("Nieuws van %(name)s"),
    "lead": _("Wat groeit er voor kinderen en jongeren in onze gemeenten? Je leest het hier, of in je mailbox."),
    "editions": _("Wat we al vertelden"),
    "none_title": _("Nog geen nieuwsbrief"),
    "none_text": _("De eerste komt eraan. Laat je adres achter, en je krijgt hem in je mailbox."),
    "subscribe": _("Krijg het nieuws in je mailbox"),
    "how_often": _("Enkele keren per jaar, en nooit reclame."),
    "address": _("E-mailadres"),
    "address_help": _("Meer vragen we niet."),
    "ask": _("Schrijf me in"),
    "next": _("Je krijgt een mail met een knop. Pas als je daarop klikt, ben je ingeschreven."),
    "young": _("Ben je jonger dan 16? Vraag het eerst aan een ouder, of lees het nieuws gewoon hier."),
    "data": _("Wat doen we met je adres?"),
    "data_text": _(
        "We bewaren enkel je adres, en enkel voor deze nieuwsbrief. Niemand van de samenwerking ziet het. "
        "Bevestig je niet, dan wissen we het na 7 dagen. Schrijf je je uit, dan wissen we het meteen."
    ),
    "trap": _("Laat dit leeg"),
    "check": _("Kijk dit nog na."),
    "bad_address": _("Dit is geen e-mailadres. Schrijf het zoals naam@voorbeeld.be."),
    "too_fast": _("Dat ging te snel, of deze pagina stond te lang open. Klik nog eens."),
    "too_many": _("Van hier kwamen net veel aanvragen. Probeer het over een uur opnieuw."),
    "sent_title": _("Nog één stap: kijk in je mailbox"),
    "sent_lead": _("We stuurden je een mail met een knop. Klik erop, en je bent ingeschreven."),
    "sent_help": _(
        "Geen mail? Kijk bij de ongewenste mail. De link werkt 7 dagen. Staat er een fout in je adres, vul het dan opnieuw in."
    ),
    "back": _("Naar het nieuws"),
    "all_news": _("Alle nieuwsbrieven"),
    "confirm_title": _("Wil je het nieuws van %(name)s?"),
    "confirm_lead": _("Eén klik, en je krijgt de volgende nieuwsbrief op %(address)s."),
    "confirm": _("Ja, schrijf me in"),
    "confirm_not": _("Vroeg je dit niet? Doe dan niets. Na 7 dagen wissen we je adres."),
    "in_title": _("Je bent ingeschreven"),
    "in_lead": _("De volgende nieuwsbrief van %(name)s komt in je mailbox."),
    "in_help": _("Onderaan elke mail staat een link om je uit te schrijven."),
    "leave_title": _("Wil je geen nieuws meer van %(name)s?"),
    "leave_lead": _("Eén klik, en je krijgt deze nieuwsbrief niet meer. We wissen je adres meteen."),
    "leave": _("Schrijf me uit"),
    "out_title": _("Je bent uitgeschreven"),
    "out_lead": _("Je krijgt de nieuwsbrief van %(name)s niet meer. Je adres is gewist."),
    "out_help": _("Van gedacht veranderd? Schrijf je opnieuw in."),
    "over_title": _("Deze link werkt niet meer"),
    "over_lead": _("Hij is te oud, je gebruikte hem al, of hij kwam niet volledig mee uit je mail."),
    "over_help": _("Wil je het nieuws nog krijgen? Schrijf je dan opnieuw in op de pagina van de samenwerking."),
    "mail_subject": _("Bevestig: nieuws van %(name)s"),
    "mail_greeting": _("Dag"),
    "mail_text": _("Iemand vroeg met dit adres het nieuws van %(name)s. Was jij dat? Klik dan op de knop."),
    "mail_after": _("De link werkt 7 dagen. Vroeg je niets? Doe dan niets: we wissen je adres vanzelf."),
    "mail_known_subject": _("Je leest al mee: nieuws van %(name)s"),
    "mail_known": _("Iemand vroeg met dit adres het nieuws van %(name)s. Je bent al ingeschreven: je hoeft niets te doen."),
    "mail_why": _("Je krijgt deze mail omdat iemand dit adres opgaf voor de nieuwsbrief van %(name)s."),
    "edition_why": _("Je krijgt deze mail omdat je je inschreef op de nieuwsbrief van %(name)s."),
    "leave_link": _("Schrijf me uit"),
    "read_more": _("Lees meer"),
    "read_online": _("Lees de brief op de website"),
    "in_dutch": "",
}  # fmt: skip

FRENCH: Mapping[str, Any] = {
    "tag": "fr-BE",
    "news_of": "Nouvelles de %(name)s",
    "lead": "Que fait-on pour les enfants et les jeunes dans nos communes ? Lisez-le ici, ou dans votre boîte mail.",
    "editions": "Nos lettres précédentes",
    "none_title": "Pas encore de lettre d’information",
    "none_text": "La première arrive bientôt. Laissez votre adresse, et vous la recevrez par mail.",
    "subscribe": "Recevez les nouvelles par mail",
    "how_often": "Quelques fois par an, et jamais de publicité.",
    "address": "Adresse e-mail",
    "address_help": "Nous ne demandons rien d’autre.",
    "ask": "Je m’inscris",
    "next": "Vous recevrez un mail avec un bouton. Votre inscription est faite dès que vous cliquez dessus.",
    "young": "Vous avez moins de 16 ans ? Demandez d’abord à un parent, ou lisez les nouvelles ici.",
    "data": "Que faisons-nous de votre adresse ?",
    "data_text": (
        "Nous gardons seulement votre adresse, et seulement pour cette lettre d’information. Aucun membre du partenariat "
        "ne la voit. Sans confirmation, nous l’effaçons après 7 jours. Si vous vous désinscrivez, nous l’effaçons aussitôt."
    ),
    "trap": "Laissez ceci vide",
    "check": "Vérifiez encore ceci.",
    "bad_address": "Ce n’est pas une adresse e-mail. Écrivez-la comme nom@exemple.be.",
    "too_fast": "C’était trop rapide, ou cette page est restée ouverte trop longtemps. Cliquez encore une fois.",
    "too_many": "Nous avons reçu beaucoup de demandes d’ici. Réessayez dans une heure.",
    "sent_title": "Encore une étape : regardez dans votre boîte mail",
    "sent_lead": "Nous vous avons envoyé un mail avec un bouton. Cliquez dessus pour confirmer votre inscription.",
    "sent_help": (
        "Pas de mail ? Regardez dans le courrier indésirable. Le lien fonctionne 7 jours. "
        "Une faute dans votre adresse ? Indiquez votre adresse de nouveau."
    ),
    "back": "Retour aux nouvelles",
    "all_news": "Toutes les lettres",
    "confirm_title": "Voulez-vous les nouvelles de %(name)s ?",
    "confirm_lead": "Un clic, et vous recevrez la prochaine lettre à l’adresse %(address)s.",
    "confirm": "Oui, je m’inscris",
    "confirm_not": "Vous n’avez rien demandé ? Ne faites rien. Après 7 jours, nous effaçons votre adresse.",
    "in_title": "Votre inscription est faite",
    "in_lead": "La prochaine lettre de %(name)s arrivera dans votre boîte mail.",
    "in_help": "En bas de chaque mail, un lien vous permet de vous désinscrire.",
    "leave_title": "Vous ne voulez plus de nouvelles de %(name)s ?",
    "leave_lead": "Un clic, et vous ne recevrez plus cette lettre. Nous effaçons votre adresse aussitôt.",
    "leave": "Je me désinscris",
    "out_title": "Votre désinscription est faite",
    "out_lead": "Vous ne recevrez plus la lettre de %(name)s. Votre adresse est effacée.",
    "out_help": "Vous changez d’avis ? Inscrivez-vous de nouveau.",
    "over_title": "Ce lien ne fonctionne plus",
    "over_lead": "Il est trop vieux, vous l’avez déjà utilisé, ou il n’a pas été copié en entier.",
    "over_help": "Vous voulez encore recevoir les nouvelles ? Inscrivez-vous de nouveau sur la page du partenariat.",
    "mail_subject": "Confirmez : nouvelles de %(name)s",
    "mail_greeting": "Bonjour",
    "mail_text": "Quelqu’un a demandé les nouvelles de %(name)s avec cette adresse. C’était vous ? Cliquez sur le bouton.",
    "mail_after": "Le lien fonctionne 7 jours. Vous n’avez rien demandé ? Ne faites rien : nous effaçons votre adresse.",
    "mail_known_subject": "Vous recevez déjà les nouvelles de %(name)s",
    "mail_known": (
        "Quelqu’un a demandé les nouvelles de %(name)s avec cette adresse. Vous les recevez déjà : vous ne devez rien faire."
    ),
    "mail_why": "Vous recevez ce mail parce que quelqu’un a donné cette adresse pour la lettre de %(name)s.",
    "edition_why": "Vous recevez ce mail parce que vous avez demandé la lettre de %(name)s.",
    "leave_link": "Je me désinscris",
    "read_more": "Lire la suite",
    "read_online": "Lire sur le site",
    "in_dutch": "La suite de cette lettre est en néerlandais.",
}
EVERY: Mapping[str, Mapping[str, Any]] = {"nl": DUTCH, "fr": FRENCH}


def words_for(language: str, **names: str) -> dict[str, str]:
    """All words in a language ('nl' or 'fr'), with names filled in where they are given; 'name' is the partnership's."""
    filled = {"name": "", "address": ""} | names
    return {key: str(text) % filled for key, text in EVERY.get(language, DUTCH).items()}
