"""Modules that are loaded when they are first used, so that help need not wait."""

from __future__ import annotations

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import ModuleType


def later(name: str) -> ModuleType:
    """Return a module whose code runs when something of it is asked for.

    As in the documentation of ``importlib``; pandas, scikit-learn and matplotlib
    together take seconds.
    """
    if name in sys.modules:
        return sys.modules[name]
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    spec.loader = LazyLoader(spec.loader)
    module = module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
