"""Every row of a partnership carries its partnership, and rows of one partnership are joined within it.

That is what a database over several machines asks: it keeps all rows of a partnership on one of them and must see, in
each query, which. It lies under every other room, so it names the table of partnerships by its label only.
Why this and not django-multitenant: `docs/adr/0014-every-row-carries-its-partnership.md`.
"""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from django.apps import apps
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery
from django.db.models.expressions import Col
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor
from django.db.models.fields.related_lookups import RelatedExact
from django.db.models.lookups import Exact

PARTNERSHIP = "partners.Partnership"

_ST = TypeVar("_ST")
_GT = TypeVar("_GT")


class _FollowsParent(ForwardManyToOneDescriptor):  # type: ignore[type-arg]
    """Reading `row.partnership` costs no query where the row it hangs on has it at hand."""

    def __get__(self, instance: Any, cls: Any = None) -> Any:
        if instance is not None and not self.field.is_cached(instance):
            self.field.look_up(instance)
        return super().__get__(instance, cls)


class Carried(models.ForeignKey[Any, Any]):
    """The partnership of a row, taken from the row that it hangs on: `partnership = Carried("action")`.

    It is filled by `save()` and `bulk_create()`, and the parent decides: who sets another one is overruled. What is
    written around them (`.update(action=...)`, SQL) must set it too. A parent that is only known by its key costs a
    query: give `partnership` along where many rows are made at once. In migrations it is a plain foreign key.
    """

    forward_related_accessor_class = _FollowsParent

    def __init__(self, via: str, *, null: bool = False) -> None:
        # A row goes with the row it hangs on, and what protects that one protects it too.
        super().__init__(
            PARTNERSHIP, on_delete=models.CASCADE, null=null, blank=True, editable=False, related_name="+"
        )
        self.via = via

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs

    def clone(self) -> Any:
        _name, _path, args, kwargs = self.deconstruct()
        return models.ForeignKey(*args, **kwargs)

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        parent = self._parent_at_hand(model_instance)
        if parent is not None:
            setattr(model_instance, self.attname, parent.partnership_id)
        elif model_instance.__dict__.get(self.attname) is None:
            setattr(model_instance, self.attname, self._key_of_parent(model_instance))
        return super().pre_save(model_instance, add)

    def look_up(self, instance: Any) -> None:
        """Set the partnership of a row from its parent, if that is at hand or if the row has none yet."""
        parent = self._parent_at_hand(instance)
        if parent is None and instance.__dict__.get(self.attname, 0) is None:
            parent = getattr(instance, self.via, None)
        if parent is None:
            return
        mine = instance.__dict__.get(self.attname)
        if mine is None or mine == parent.partnership_id:
            setattr(instance, self.attname, parent.partnership_id)
            self.set_cached_value(instance, parent.partnership)

    def _parent_at_hand(self, instance: Any) -> Any:
        via = instance._meta.get_field(self.via)
        return via.get_cached_value(instance, default=None)

    def _key_of_parent(self, instance: Any) -> Any:
        via = instance._meta.get_field(self.via)
        key = getattr(instance, via.attname)
        rows = via.related_model._base_manager.filter(pk=key).values_list("partnership_id", flat=True)
        return None if key is None else rows.first()


class _SamePartnership(models.ForeignKey[_ST, _GT]):
    """Each join, there and back, also says that both rows are of one partnership; so does following the key."""

    def get_extra_restriction(self, alias: str | None, related_alias: str | None) -> Any:
        if alias is None or related_alias is None:
            return None  # in the subquery of an `exclude()`; `tests/tenancy` finds those
        theirs, ours = _partnership_of(self.related_model), _partnership_of(self.model)
        return Exact(theirs.get_col(alias), ours.get_col(related_alias))

    def get_extra_descriptor_filter(self, instance: Any) -> Any:
        key = instance.__dict__.get("partnership_id")
        return {} if key is None else {"partnership": key}


@_SamePartnership.register_lookup
class _SameRow(RelatedExact):
    """`Exists(Check.objects.filter(action=OuterRef("pk")))` says too that both rows are of one partnership."""

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        sql, params = super().as_sql(compiler, connection)
        ours, theirs = self.lhs, self.rhs
        if not (isinstance(ours, Col) and isinstance(theirs, Col) and _carries(theirs.target.model)):
            return sql, params
        one, other = _partnership_of(ours.target.model), _partnership_of(theirs.target.model)
        same = Exact(one.get_col(ours.alias), other.get_col(theirs.alias))
        more, more_params = compiler.compile(same)
        return f"({sql} AND {more})", (*params, *more_params)


def _carries(model: Any) -> bool:
    return any(field.name == "partnership" for field in model._meta.local_fields)


def _partnership_of(model: Any) -> Any:
    return model._meta.get_field("partnership")


class Inside(_SamePartnership[_ST, _GT]):
    """A foreign key to a row of the same partnership. In migrations it is a plain foreign key."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.ForeignKey", args, kwargs

    def clone(self) -> Any:
        _name, _path, args, kwargs = self.deconstruct()
        return models.ForeignKey(*args, **kwargs)


class InsideOne(_SamePartnership[_ST, _GT], models.OneToOneField[_ST, _GT]):
    """The same, for at most one row."""

    def deconstruct(self) -> Any:
        name, _path, args, kwargs = super().deconstruct()
        return name, "django.db.models.OneToOneField", args, kwargs

    def clone(self) -> Any:
        _name, _path, args, kwargs = self.deconstruct()
        return models.OneToOneField(*args, **kwargs)


def of_partnerships() -> list[Any]:
    """The models whose rows are of a partnership."""
    every = apps.get_models(include_auto_created=True)
    return [one for one in every if _carries(one)]


def keys_between() -> list[Any]:
    """The foreign keys from one table of partnerships to another."""
    ours = set(of_partnerships())
    fields = [field for model in of_partnerships() for field in model._meta.local_fields]
    return [field for field in fields if field.is_relation and field.related_model in ours]


def stays_within(field: Any) -> bool:
    """Whether a foreign key only points at rows of the same partnership."""
    return isinstance(field, _SamePartnership)


def save_within() -> None:
    """Let `save()` name the partnership of the row that it changes, and never change it; once, when all models are known.

    A database over several machines finds the row on one of them by that, and refuses an UPDATE that sets it. A row
    that was given another partnership is not found, so `save()` fails.
    """
    for model in of_partnerships():
        column = _partnership_of(model)
        if not column.null and not isinstance(model._do_update, _Within):
            model._do_update = _Within(model._do_update, column)


class _Within:
    """Django's own way to update one row, of one partnership."""

    def __init__(self, update: Any, column: Any) -> None:
        self.update, self.column = update, column

    def __get__(self, row: Any, cls: Any = None) -> Any:
        return self if row is None else partial(self, row)

    def __call__(self, row: Any, rows: Any, using: Any, pk: Any, values: Any, *more: Any) -> Any:
        if (partnership := row.__dict__.get(self.column.attname)) is not None:
            rows = rows.filter(partnership=partnership)
        return self.update(row, rows, using, pk, [one for one in values if one[0] is not self.column], *more)


def disagreeing() -> list[tuple[str, int]]:
    """Tables with the number of their rows that name another partnership than a row they hang on; empty when all is well.

    One query for each foreign key: for the administrator, not for a page.
    """
    found = []
    for model in of_partnerships():
        wrong = Q(pk__in=[])
        rows = model._base_manager.all()
        for field in keys_between():
            if field.model is model:
                parents = field.related_model._base_manager.filter(pk=OuterRef(field.attname))
                rows = rows.alias(**{f"of_{field.name}": Subquery(parents.values("partnership_id")[:1])})
                wrong |= Q(**{f"{field.attname}__isnull": False}) & _unlike(f"of_{field.name}")
        if number := rows.filter(wrong).count():
            found.append((model._meta.db_table, number))
    return found


def _unlike(name: str) -> Q:
    """Not the same, where nothing is only the same as nothing."""
    one_is_null = Q(**{f"{name}__isnull": True}) ^ Q(partnership_id__isnull=True)
    return one_is_null | Q(partnership_id__lt=F(name)) | Q(partnership_id__gt=F(name))
