"""The plugins that are installed, behind one typed method per hook.

Entry points are walked by hand, because pluggy's own loader stops at the first plugin that fails to import and
leaves the order to chance. Each implementation is called by itself, so that a failure can be named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from types import FunctionType, ModuleType
from typing import Any, TypeVar

import pluggy
from msgspec import Struct, ValidationError, convert, to_builtins

from plandiff import hookspecs
from plandiff.data import complaint
from plandiff.entrypoints import EntryPoint, entrypoints
from plandiff.errors import PlandiffError, PluginError, ReadError
from plandiff.model import (
    Change,
    Citation,
    Document,
    FactChange,
    Finding,
    Installed,
    IssuePack,
    Noun,
    Obligation,
    Plan,
    Source,
)

GROUP = "plandiff"

T = TypeVar("T", bound=Noun)


class PluginInfo(Struct, frozen=True):
    """One installed plugin: its entry-point name, distribution, version, module and the hooks it implements."""

    name: str
    distribution: str
    version: str
    module: str
    hooks: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name} ({self.distribution} {self.version})"


class _Manager(pluggy.PluginManager):
    """A plugin manager that passes quickly over what is no hook in a module.

    Pluggy looks at every name of a plugin by `inspect.getattr_static`, which made a fourth of the loading.
    """

    def parse_hookimpl_opts(self, plugin: object, name: str) -> pluggy.HookimplOpts | None:
        if isinstance(plugin, ModuleType):
            value = vars(plugin).get(name)
            # `hookimpl` leaves its mark as an attribute of the function.
            if not isinstance(value, FunctionType) or not vars(value):
                return None
        return super().parse_hookimpl_opts(plugin, name)


class Plugins:
    """A plugin manager with types. Make one with `Plugins.load()`; there is no global one."""

    def __init__(self, plugins: Iterable[tuple[EntryPoint, object]]) -> None:
        self._manager = _Manager("plandiff")
        self._manager.add_hookspecs(hookspecs)
        self._entries: dict[str, EntryPoint] = {}
        for entry, plugin in plugins:
            self._entries[entry.name] = entry
            try:
                self._manager.register(plugin, name=entry.name)
            except Exception as error:
                raise PluginError(f"plugin {_info(entry)} does not fit its hooks: {_first_line(error)}") from error
        try:
            self._manager.check_pending()
        except pluggy.PluginValidationError as error:
            raise PluginError(f"a plugin names a hook that does not exist: {_first_line(error)}") from error
        self._ordered: dict[str, list[pluggy.HookImpl]] = {}
        self._packs: dict[str, tuple[object, Any]] = {}
        """The last answer of each plugin that offers an issue pack, and what was made of it: most offer the same."""

    @classmethod
    def load(cls) -> Plugins:
        """Load every installed plugin, in the order of their names.

        Raises `PluginError` when one cannot be imported: a missing reader or classifier changes the verdict,
        so the work stops rather than going on without it.
        """
        return cls((entry, _import(entry)) for entry in entrypoints(GROUP))

    @property
    def infos(self) -> list[PluginInfo]:
        """What is known of each plugin."""
        found = []
        for entry in self._entries.values():
            callers = self._manager.get_hookcallers(self._manager.get_plugin(entry.name))
            found.append(_info(entry, (caller.name for caller in callers or ())))
        return found

    @property
    def installed(self) -> tuple[Installed, ...]:
        """The distributions that the plugins come from, in the order of their names."""
        plugins: dict[tuple[str, str], list[str]] = {}
        for entry in self._entries.values():
            plugins.setdefault((entry.distribution, entry.version), []).append(entry.name)
        return tuple(Installed(distribution=d, version=v, plugins=tuple(ns)) for (d, v), ns in sorted(plugins.items()))

    def read(self, source: Source) -> Document:
        """The document the first reader makes of the source that knows its format.

        Raises `ReadError` when no reader knows it.
        """
        for document in self._nouns("plandiff_read", Document, source=source):
            return document
        raise ReadError(f"{source.name}: no installed reader knows this format; see `plandiff plugins`")

    def classify(
        self, change: Change, left: Plan, right: Plan, changes: Sequence[Change]
    ) -> tuple[list[FactChange], list[Finding]]:
        """The facts and findings of all classifiers about one of the changes, each in a stable order."""
        facts: list[FactChange] = []
        findings: list[Finding] = []
        asked = {"change": change, "left": left, "right": right, "changes": changes}
        for result in self._lists("plandiff_classify", FactChange, Finding, **asked):
            (facts if isinstance(result, FactChange) else findings).append(result)
        return facts, sorted(findings, key=_place)

    def reworded(self, change: Change, left: Plan, right: Plan, changes: Sequence[Change]) -> bool:
        """Whether the texts of one of the changes have the same content: a plugin says so and none denies it."""
        asked = {"change": change, "left": left, "right": right, "changes": changes}
        answers = [self._checked_bool(name, answer) for name, answer in self._each("plandiff_reworded", asked)]
        return bool(answers) and all(answers)

    def inspect(self, plan: Plan) -> list[Finding]:
        """The findings of all plugins about one plan, in a stable order."""
        return sorted(self._lists("plandiff_inspect", Finding, plan=plan), key=_place)

    def cites(self, plan: Plan) -> list[Citation]:
        """Where the provisions of a plan cite one another, in the order of the plugins' names."""
        return list(self._lists("plandiff_cites", Citation, plan=plan))

    def issues(self, left: Plan | None = None, right: Plan | None = None) -> list[IssuePack]:
        """The issue packs for two plans, in the order of the plugins' names: those about their subject, and where
        there is none the first generic one. Without plans, every pack.
        """
        found: list[IssuePack] = []
        for pack in self._nouns("plandiff_issues", IssuePack, left=left, right=right):
            if pack.generic and left is not None:
                return found or [pack]
            found.append(pack)
        return found

    def obligations(self, plan: Plan) -> list[Obligation]:
        """What all plugins say that a plan asks of its parties, in document order."""
        place = {point.id: at for at, point in enumerate(plan.points)}
        return sorted(self._lists("plandiff_obligations", Obligation, plan=plan), key=lambda each: place[each.point])

    def _nouns(self, hook: str, kind: type[T], **arguments: Any) -> Iterator[T]:
        """The answers of a hook that is answered by one noun."""
        for name, answer in self._each(hook, arguments):
            before, noun = self._packs.get(name, (None, None))
            if before is not answer or noun is None:
                noun = self._checked(name, answer, kind)
                if kind is IssuePack:
                    self._packs[name] = answer, noun
            yield noun

    def _lists(self, hook: str, *kinds: type[Noun], **arguments: Any) -> Iterator[Any]:
        """What is in the answers of a hook that is answered by a list of nouns."""
        for name, answers in self._each(hook, arguments):
            if not isinstance(answers, Sequence):
                raise self._misfit(name, type(answers).__name__, "where a list is due")
            for answer in answers:
                yield self._checked(name, answer, *kinds)

    def _checked(self, name: str, answer: Any, *kinds: type[Noun]) -> Any:
        """The noun that a plugin returned, made anew from what it holds, since nobody checked that before."""
        kind = next((kind for kind in kinds if isinstance(answer, kind)), None)
        if kind is None:
            due = " or ".join(kind.__name__ for kind in kinds)
            raise self._misfit(name, type(answer).__name__, f"where {due} is due")
        try:
            return convert(to_builtins(answer), kind)
        except ValidationError as error:
            raise self._misfit(name, kind.__name__, f"that does not fit: {complaint(kind, error)}") from error
        except Exception as error:
            raise self._misfit(name, kind.__name__, "that holds what no such noun can hold") from error

    def _checked_bool(self, name: str, answer: Any) -> bool:
        if not isinstance(answer, bool):
            raise self._misfit(name, type(answer).__name__, "where bool is due")
        return answer

    def _misfit(self, name: str, returned: str, why: str) -> PluginError:
        return PluginError(f"plugin {_info(self._entries[name])} returned {returned} {why}")

    def _each(self, hook: str, arguments: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """Each implementation of a hook by name with its answer, called one at a time, in the order of plugin names.

        `trylast` implementations come last; answers of None are left out.
        """
        if hook not in self._ordered:
            found = getattr(self._manager.hook, hook).get_hookimpls()
            self._ordered[hook] = sorted(found, key=lambda impl: (impl.trylast, impl.plugin_name))
        for implementation in self._ordered[hook]:
            wanted = {name: arguments[name] for name in implementation.argnames}
            result = self._call(implementation.plugin_name, implementation.function, wanted)
            if result is not None:
                yield implementation.plugin_name, result

    def _call(self, name: str, function: Callable[..., Any], arguments: dict[str, Any]) -> Any:
        try:
            return function(**arguments)
        except PlandiffError:
            raise
        except Exception as error:
            # The message of a foreign exception may quote the document, so only its type is named.
            raise PluginError(f"plugin {_info(self._entries[name])} failed with {type(error).__name__}") from error


def _info(entry: EntryPoint, hooks: Iterable[str] = ()) -> PluginInfo:
    return PluginInfo(entry.name, entry.distribution, entry.version, entry.value, tuple(sorted(hooks)))


def _import(entry: EntryPoint) -> object:
    try:
        return entry.load()
    except Exception as error:
        raise PluginError(f"plugin {_info(entry)} cannot be loaded: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__


def _place(finding: Finding) -> tuple[str, int, str, str, str]:
    return (finding.side or "", finding.line or 0, finding.point or "", finding.rule, finding.message)
