"""What stands in for matplotlib until somebody asks for a picture: it takes any use, and draws
nothing.

Given cells import matplotlib and set its style beside what exercises need, and it is three times as
large as all the rest.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

DRAWING = ("matplotlib", "PIL")


class Nothing:
    """Has every attribute, and can be called and filled; all that comes of it is itself."""

    def __getattr__(self, name: str) -> Nothing:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *_: Any, **__: Any) -> Nothing:
        return self

    def __getitem__(self, _: Any) -> Nothing:
        return self

    def __setitem__(self, *_: Any) -> None:
        pass

    def __iter__(self) -> Iterator[Nothing]:
        return iter(())


class _Module(ModuleType):
    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.__path__ = []  # a package: it has modules

    def __getattr__(self, name: str) -> Nothing:
        return getattr(Nothing(), name)


class _Finder(MetaPathFinder, Loader):
    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        return ModuleSpec(name, self) if name.partition(".")[0] in DRAWING else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _Module(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        pass


_finder = _Finder()


def stand_in() -> None:
    """From now on what draws is imported as something that does nothing."""
    if _finder not in sys.meta_path:
        sys.meta_path.insert(0, _finder)


def step_aside() -> bool:
    """From now on it is imported as itself; return whether something stood in for it.

    What has imported the stand-in, as :mod:`autograder.pictures`, is imported anew.
    """
    stood_in = _finder in sys.meta_path
    if stood_in:
        sys.meta_path.remove(_finder)
        for name, module in list(sys.modules.items()):
            if isinstance(module, _Module) or name.startswith("autograder.pictures"):
                del sys.modules[name]
    return stood_in
