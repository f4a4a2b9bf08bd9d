"""``dataclass`` and ``NamedTuple`` as the standard library has them, at a fraction of the time at the start.

The standard dataclass writes the source of every method of every class and compiles it, each time the program
starts, and the standard tuple compiles the type of every field; together that took a fifth of the time in
which a plan of sixty rows is checked. Here classes share their methods, and types stay as they are written.
"""

from __future__ import annotations

import dataclasses
import operator
from collections import namedtuple
from collections.abc import Callable, Mapping
from itertools import repeat
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import inspect

__all__ = ["NamedTuple", "dataclass"]

_put = object.__setattr__


def _dataclass(
    bare: type[Any] | None = None,
    /,
    *,
    frozen: bool = False,
    eq: bool = True,
    repr: bool = True,
    kw_only: bool = False,
    slots: bool = False,
) -> type[Any] | Callable[[type[Any]], type[Any]]:
    """As ``dataclasses.dataclass``, whose ``fields`` and ``replace`` work on it. No ``__post_init__``."""

    def make(cls: type[Any]) -> type[Any]:
        made = dataclasses.dataclass(init=False, repr=False, eq=False, kw_only=kw_only, slots=slots)(cls)
        fields = dataclasses.fields(made)
        methods: dict[str, Any] = {"__init__": _init(fields), "__signature__": _SIGNATURE}
        if repr:
            methods["__repr__"] = _repr
        if eq:
            methods |= _comparing(fields, frozen)
        if frozen:
            methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
        if slots:
            methods["__setstate__"] = _set_state
        for name, method in methods.items():
            if name not in vars(cls):  # what a class says itself goes before
                setattr(made, name, method)
        return made

    return make(bare) if bare else make


def _init(fields: tuple[dataclasses.Field[Any], ...]) -> Callable[..., None]:
    missing = dataclasses.MISSING
    every = {f.name: None if f.default is missing else f.default for f in fields}
    makers = tuple((f.name, f.default_factory) for f in fields if f.default_factory is not missing)
    needed = tuple(f.name for f in fields if f.default is f.default_factory is missing)
    places = tuple(f.name for f in fields if not f.kw_only)

    def __init__(self: Any, /, *given: Any, **named: Any) -> None:
        if given:
            named = _by_name(places, given, named)
        values = every | named
        if len(values) != len(every):
            raise TypeError(f"{type(self).__qualname__} has no {', '.join(values.keys() - every.keys())}")
        for name in needed:
            if name not in named:
                raise TypeError(f"{type(self).__qualname__} needs {name}")
        for name, make in makers:
            if name not in named:
                values[name] = make()
        for _ in map(_put, repeat(self), values, values.values()):
            pass

    return __init__


def _by_name(places: tuple[str, ...], given: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
    """Values given by place and by name together, each under its name."""
    by_place = dict(zip(places, given, strict=False))
    if len(given) > len(places) or not by_place.keys().isdisjoint(named):
        raise TypeError(f"more values than there are fields, or one of them twice: {places}")
    return by_place | named if named else by_place


def _comparing(fields: tuple[dataclasses.Field[Any], ...], frozen: bool) -> dict[str, Any]:
    key = operator.attrgetter(*(f.name for f in fields if f.compare))

    def __eq__(self: Any, other: object) -> bool:
        return key(self) == key(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(key(self))

    return {"__eq__": __eq__, "__hash__": __hash__ if frozen else None}


def _repr(self: Any) -> str:
    shown = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(shown)})"


def _refuse_to_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _set_state(self: Any, state: tuple[None, Mapping[str, Any]]) -> None:
    """Unpickle a record with slots, which ``pickle`` would do by setting what may not be set."""
    for name, value in state[1].items():
        _put(self, name, value)


class _Signature:
    """What ``help`` and editors show of a class: its fields, as the shared ``__init__`` names none."""

    def __get__(self, record: object, cls: type[Any]) -> inspect.Signature:
        import inspect

        return inspect.Signature([_parameter(f) for f in dataclasses.fields(cls)])


def _parameter(field: dataclasses.Field[Any]) -> inspect.Parameter:
    import inspect

    made, default = field.default_factory, field.default
    if made is not dataclasses.MISSING:
        default = made()
    return inspect.Parameter(
        field.name,
        inspect.Parameter.KEYWORD_ONLY if field.kw_only else inspect.Parameter.POSITIONAL_OR_KEYWORD,
        default=inspect.Parameter.empty if default is dataclasses.MISSING else default,
        annotation=field.type,
    )


_SIGNATURE = _Signature()


class _TupleMaker(type):
    """Makes a tuple of the class that is written, with its fields, their defaults, and its methods."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        fields: Mapping[str, str] = body.pop("__annotations__")
        defaults = [body.pop(field) for field in fields if field in body]
        made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))  # type: ignore[misc]  # known when it runs
        made.__annotations__ = made.__new__.__annotations__ = dict(fields)
        for key, value in body.items():
            setattr(made, key, value)
        return made


if TYPE_CHECKING:
    from dataclasses import dataclass
    from typing import NamedTuple
else:
    dataclass = _dataclass
    NamedTuple = type.__new__(_TupleMaker, "NamedTuple", (), {})
