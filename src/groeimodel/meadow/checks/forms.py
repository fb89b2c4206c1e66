# mypy: disable-error-code="type-arg"
"""What one municipality says of one proposal: a verdict, and of an alderman also how much it is liked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms

from groeimodel.meadow.actions.models import Action
from groeimodel.meadow.checks.models import LocalCheck, Preference
from groeimodel.soil.needs.models import Need

FEW = 6
"""So many needs are shown to tap; more go in a list."""
LIKINGS = [(str(number), str(number)) for number in range(6)]


class SayForm(forms.Form):
    """Each proposal has its own, with the key of the action before the names of its fields."""

    verdict = forms.ChoiceField(
        label="Past dit bij jullie?",
        choices=LocalCheck.Verdict.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    need = forms.ChoiceField(label="Bij welke nood?", required=False)
    new_need = forms.CharField(
        label="Een andere nood? Schrijf ze hier in één zin", max_length=160, required=False
    )
    why = forms.CharField(label="Waarom niet?", max_length=240, required=False)
    liking = forms.ChoiceField(
        label="Hoe graag zie je dit?", choices=LIKINGS, widget=forms.RadioSelect, required=False
    )
    goal = forms.CharField(
        label="Bij welk doel van jullie beleid past dit?",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"list": "doelen", "autocomplete": "off"}),
    )
    word = forms.CharField(label="Wil je er iets bij zeggen?", max_length=240, required=False)

    def __init__(
        self,
        data: Any = None,
        *,
        action: Action,
        needs: Sequence[Need],
        said: LocalCheck | None,
        liked: Preference | None,
        alderman: bool,
    ) -> None:
        super().__init__(data, prefix=f"a{action.pk}", initial=_initial(said, liked))
        self.action, self.said, self.liked, self.alderman = action, said, liked, alderman
        self.needs = {str(one.pk): one for one in needs}
        if said is not None and said.need is not None:  # closed meanwhile: what was said of it still stands
            self.needs.setdefault(str(said.need.pk), said.need)
        need = cast(forms.ChoiceField, self.fields["need"])
        titles = [(key, one.title) for key, one in self.needs.items()]
        self.few = len(titles) <= FEW
        if self.few:
            need.widget = forms.RadioSelect()
            need.choices = titles
        else:
            need.choices = [("", "Kies een nood"), *titles]
        if not titles:
            del self.fields["need"]
            self.fields["new_need"].label = "Bij welke nood? Schrijf ze op in één zin"
        if not alderman:
            for name in ("liking", "goal", "word"):
                del self.fields[name]

    def clean(self) -> None:
        super().clean()
        given = self.cleaned_data
        verdict = given.get("verdict", "")
        if not verdict and given.get("new_need"):
            verdict = given["verdict"] = LocalCheck.Verdict.FITS
        if verdict == LocalCheck.Verdict.FITS and not (given.get("need") or given.get("new_need")):
            self.add_error(
                "need" if "need" in self.fields else "new_need",
                "Kies de nood waar het bij past, of schrijf er een op.",
            )
        if verdict == LocalCheck.Verdict.NOT and not given.get("why"):
            self.add_error("why", "Schrijf waarom het niet past. Dan kunnen de anderen ermee verder.")
        if not verdict and given.get("why"):
            self.add_error("verdict", "Kies of het past.")
        if not given.get("liking") and (given.get("goal") or given.get("word")) and "liking" in self.fields:
            self.add_error("liking", "Kies ook hoe graag je dit ziet.")

    def checked(self) -> dict[str, Any] | None:
        """What to say of the check; None when nothing was said or nothing changed."""
        given = self.cleaned_data
        verdict = given["verdict"]
        if not verdict or not {"verdict", "need", "new_need", "why"} & set(self.changed_data):
            return None
        fits = verdict == LocalCheck.Verdict.FITS
        return {
            "verdict": verdict,
            "need": self.needs.get(given.get("need", "")) if fits else None,
            "new_need": given["new_need"] if fits else "",
            "why": "" if fits else given["why"],
        }

    def preferred(self) -> dict[str, Any] | None:
        """What to say of the liking; None when nothing was said or nothing changed."""
        given = self.cleaned_data
        if not given.get("liking") or not {"liking", "goal", "word"} & set(self.changed_data):
            return None
        return {"liking": int(given["liking"]), "goal": given["goal"], "word": given["word"]}


def _initial(said: LocalCheck | None, liked: Preference | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if said is not None:
        found |= {"verdict": said.verdict, "need": str(said.need_id or ""), "why": said.why}
    if liked is not None:
        found |= {"liking": str(liked.liking), "goal": liked.goal, "word": liked.word}
    return found
