"""Our records beside those of the standard library: whatever can be seen of them is the same."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
import typing
from collections.abc import Mapping
from dataclasses import field
from typing import Any

import pytest

from mijlpalen_xlsx.cells import Address
from mijlpalen_xlsx.findings import Remark
from mijlpalen_xlsx.format import Mark, Milestone
from mijlpalen_xlsx.records import NamedTuple, dataclass


@dataclass(frozen=True)
class Ours:
    """A record with every kind of field."""

    name: str
    size: float = 1.0
    facts: Mapping[str, int] = field(default_factory=dict)
    cells: tuple[int, ...] = field(default=(), compare=False, repr=False)


@dataclasses.dataclass(frozen=True)
class Theirs:
    """A record with every kind of field."""

    name: str
    size: float = 1.0
    facts: Mapping[str, int] = field(default_factory=dict)
    cells: tuple[int, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Small:
    """A record with slots."""

    name: str
    size: int = 1


@dataclass
class Open:
    """A record that may change."""

    name: str
    rows: list[int] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Base:
    """A record by name only."""

    number: str | None = None


@dataclass(frozen=True, kw_only=True)
class More(Base):
    """One field more, and a default of its own."""

    number: str | None = "1"
    title: str


GIVEN: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("a",), {}),
    (("a", 2.0), {}),
    (("a", 2.0, {"x": 1}, (1, 2)), {}),
    (("a",), {"facts": {"x": 1}}),
    ((), {"cells": (3,), "name": "b"}),
]
REFUSED: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}),
    ((), {"size": 2.0}),
    (("a",), {"name": "b"}),
    (("a",), {"colour": "red"}),
    ((), {"colour": "red"}),
    (("a", 1.0, {}, (), 5), {}),
]


@pytest.mark.parametrize(("by_place", "by_name"), GIVEN)
def test_values_and_their_text(by_place: tuple[Any, ...], by_name: dict[str, Any]) -> None:
    ours, theirs = Ours(*by_place, **by_name), Theirs(*by_place, **by_name)
    assert dataclasses.asdict(ours) == dataclasses.asdict(theirs)
    assert list(vars(ours)) == list(vars(theirs))
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")


@pytest.mark.parametrize(("by_place", "by_name"), REFUSED)
def test_what_is_no_record_is_refused(by_place: tuple[Any, ...], by_name: dict[str, Any]) -> None:
    for cls in (Ours, Theirs):
        with pytest.raises(TypeError):
            cls(*by_place, **by_name)


def test_equal_by_what_is_compared() -> None:
    assert Ours("a", cells=(1,)) == Ours("a", cells=(2,))
    assert Ours("a") != Ours("b")
    assert Ours("a") != Theirs("a")  # type: ignore[comparison-overlap]
    assert {Small("a"), Small("a"), Small("b")} == {Small("a"), Small("b")}
    assert More(title="x") != Base(number="1")


def test_what_holds_a_dict_or_may_change_has_no_hash() -> None:
    for record in (Ours("a"), Open("a")):
        with pytest.raises(TypeError, match="unhashable"):
            hash(record)


def test_a_frozen_record_stays_as_it_is() -> None:
    for record in (Ours("a"), Small("a"), More(title="x")):
        with pytest.raises(dataclasses.FrozenInstanceError):
            record.name = "b"  # type: ignore[misc, union-attr]
        with pytest.raises(dataclasses.FrozenInstanceError):
            del record.name  # type: ignore[union-attr]
    changed = Open("a")
    changed.name = "b"
    assert changed == Open("b")


def test_each_record_has_its_own_made_value() -> None:
    Open("a").rows.append(1)
    assert Open("a").rows == []


def test_fields_of_the_base_come_first_and_may_be_declared_anew() -> None:
    assert repr(More(title="x")) == "More(number='1', title='x')"
    with pytest.raises(TypeError):
        More()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        More("1", "x")  # type: ignore[call-arg]


@pytest.mark.parametrize("record", [Ours("a", 2.0, {"x": 1}, (1,)), Small("a"), Open("a", [1])], ids=repr)
def test_copied_and_sent_to_another_process(record: Any) -> None:
    for again in (copy.copy(record), copy.deepcopy(record), pickle.loads(pickle.dumps(record))):
        assert again == record
        assert type(again) is type(record)


def test_replace() -> None:
    assert dataclasses.replace(Ours("a", 2.0), name="b") == Ours("b", 2.0)
    assert dataclasses.replace(Small("a"), size=3) == Small("a", 3)


def test_slots_leave_no_room_for_more() -> None:
    assert not hasattr(Small("a"), "__dict__")
    assert not hasattr(Remark("x"), "__dict__")


def test_signature_is_that_of_the_fields() -> None:
    ours, theirs = inspect.signature(Ours).parameters, inspect.signature(Theirs).parameters
    assert list(ours) == list(theirs)
    assert [p.kind for p in ours.values()] == [p.kind for p in theirs.values()]
    assert str(inspect.signature(More)) == "(*, number: 'str | None' = '1', title: 'str')"
    assert inspect.signature(Ours).parameters["facts"].default == {}


def test_matched_by_place() -> None:
    match Small("a", 2):
        case Small(name, size):
            assert (name, size) == ("a", 2)


def test_what_a_class_says_itself_stays() -> None:
    @dataclass(frozen=True)
    class Quiet:
        """Shows nothing."""

        secret: str

        def __repr__(self) -> str:
            return "Quiet"

    assert repr(Quiet("x")) == "Quiet"


def test_records_of_the_format_send_well() -> None:
    milestone = Milestone(number="1.1", cells={"number": Address("Plan", 3, 2)})
    again = pickle.loads(pickle.dumps(milestone))
    assert again == milestone
    assert again.cells == milestone.cells
    with pytest.raises(TypeError):
        Mark()  # type: ignore[call-arg]


class OurPlace(NamedTuple):
    """A place."""

    sheet: str
    row: int
    column: int | None = None

    @property
    def cell(self) -> str:
        return f"{self.row}:{self.column}"

    @classmethod
    def first(cls) -> OurPlace:
        return cls("Plan", 1, 1)


class TheirPlace(typing.NamedTuple):
    """A place."""

    sheet: str
    row: int
    column: int | None = None

    @property
    def cell(self) -> str:
        return f"{self.row}:{self.column}"


def test_named_tuple_is_that_of_the_standard_library() -> None:
    ours, theirs = OurPlace("Plan", 3), TheirPlace("Plan", row=3, column=None)
    assert tuple(ours) == tuple(theirs) == ("Plan", 3, None)
    assert repr(ours) == repr(theirs).replace("Their", "Our")
    assert (ours.cell, ours.column, OurPlace.first().cell) == (theirs.cell, None, "1:1")
    assert ours._replace(row=4)._asdict() == {"sheet": "Plan", "row": 4, "column": None}
    assert (OurPlace._fields, OurPlace._field_defaults) == (TheirPlace._fields, TheirPlace._field_defaults)
    assert (OurPlace.__doc__, OurPlace.__module__) == ("A place.", __name__)
    assert typing.get_type_hints(OurPlace) == typing.get_type_hints(TheirPlace)
    assert str(inspect.signature(OurPlace)) == "(sheet: 'str', row: 'int', column: 'int | None' = None)"
    for again in (copy.copy(ours), copy.deepcopy(ours), pickle.loads(pickle.dumps(ours))):
        assert again == ours
        assert type(again) is OurPlace


@pytest.mark.parametrize("place", [OurPlace, TheirPlace])
def test_named_tuple_refuses_what_does_not_fit(place: Any) -> None:
    for by_place, by_name in ((("a",), {}), (("a", 1), {"colour": 1}), (("a", 1, 2, 3), {})):
        with pytest.raises(TypeError):
            place(*by_place, **by_name)
    with pytest.raises(AttributeError):
        place("a", 1).row = 2
