"""Values of the model as data and back: what `marshal` writes, without a word of how they are made in it.

A value is itself where it is None, text, a number or a truth; all else is a tuple whose first element says what.
Names of mappings are texts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import Enum
from typing import Any

_TUPLE, _MAPPING, _DAY, _INSTANT, _MEMBER, _RECORD = range(6)


class Coding:
    """Writes and reads values of some classes: dataclasses and enumerations, which are known by their names."""

    def __init__(self, classes: Iterable[type]) -> None:
        """Take the classes; a value of any other cannot be written."""
        self._classes: dict[str, Any] = {cls.__name__: cls for cls in classes}
        records = [cls for cls in self._classes.values() if not issubclass(cls, Enum)]
        self._names = {cls: tuple(field.name for field in fields(cls)) for cls in records}

    def written(self, value: Any) -> Any:  # noqa: ANN401, PLR0911 - any value of the model, one line for each kind
        """A value as data. Raises TypeError for one that no class here is of."""
        if value is None or (isinstance(value, (bool, int, float, str)) and not isinstance(value, Enum)):
            return value
        if isinstance(value, tuple):
            return (_TUPLE, *map(self.written, value))
        if isinstance(value, Mapping):
            return (_MAPPING, *((str(name), self.written(each)) for name, each in value.items()))
        if isinstance(value, datetime):
            return _INSTANT, value.isoformat()
        if isinstance(value, date):
            return _DAY, value.toordinal()
        cls = type(value)
        if self._classes.get(cls.__name__) is not cls:
            raise TypeError(cls.__qualname__)
        if isinstance(value, Enum):
            return _MEMBER, cls.__name__, value.value
        return (_RECORD, cls.__name__, *(self.written(getattr(value, name)) for name in self._names[cls]))

    def read(self, data: Any) -> Any:  # noqa: ANN401 - as above
        """The value again. Raises KeyError, TypeError or ValueError for what was not written here."""
        if type(data) is not tuple:
            return data
        return self._readers[data[0]](self, data)

    def _tuple(self, data: tuple[Any, ...]) -> Any:  # noqa: ANN401
        read = self.read
        return tuple([read(each) if type(each) is tuple else each for each in data[1:]])

    def _mapping(self, data: tuple[Any, ...]) -> Any:  # noqa: ANN401
        read = self.read
        return {name: read(each) if type(each) is tuple else each for name, each in data[1:]}

    def _day(self, data: tuple[Any, ...]) -> Any:  # noqa: ANN401
        return date.fromordinal(data[1])

    def _instant(self, data: tuple[Any, ...]) -> Any:  # noqa: ANN401
        return datetime.fromisoformat(data[1])

    def _member(self, data: tuple[Any, ...]) -> Any:  # noqa: ANN401
        return self._classes[data[1]](data[2])

    def _record(self, data: tuple[Any, ...]) -> Any:  # noqa: ANN401
        read = self.read
        return self._classes[data[1]](*[read(each) if type(each) is tuple else each for each in data[2:]])

    _Reader = Callable[["Coding", tuple[Any, ...]], Any]
    _readers: tuple[_Reader, ...] = (_tuple, _mapping, _day, _instant, _member, _record)
