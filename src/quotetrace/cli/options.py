"""The global options, which every command takes before and after its name."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.core import ParameterSource

from quotetrace.cli.session import Form, Session

if TYPE_CHECKING:
    from collections.abc import Callable

HELP_NAMES = {"help_option_names": ["-h", "--help"]}

_Function = TypeVar("_Function", bound="Callable[..., object]")


def current_session() -> Session:
    """Return the session of the run."""
    return _session(click.get_current_context())


def global_options(function: _Function) -> _Function:
    """Add the global options to a command or a group."""
    for names, settings in reversed(_OPTIONS):
        function = click.option(*names, expose_value=False, callback=_keep, **settings)(function)
    return function


reference_option = click.option(
    "--reference",
    metavar="ARTICLE|OUTLET",
    help="Compare with its variant, where a remark has one; else with the variant nearest to speech.",
)


def speaker_option(function: _Function) -> _Function:
    """Add the option that narrows a result to one speaker; the function takes it as *speaker*."""
    return click.option(
        "--speaker",
        metavar="NAME",
        help="Only what this speaker said: an id, a name or an alias of corpus.yaml, or a name of the articles.",
    )(function)


def _session(context: click.Context) -> Session:
    found = context.find_root().obj
    assert isinstance(found, Session)  # noqa: S101 -- `run` has put it there
    return found


def _keep(context: click.Context, parameter: click.Parameter, value: object) -> None:
    """Put an option that was given into the session; the one that stands last counts."""
    name = parameter.name or ""
    if context.get_parameter_source(name) is ParameterSource.COMMANDLINE:
        setattr(_session(context), name, Form(str(value)) if name == "form" else value)


_OPTIONS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (
        ("--corpus",),
        {
            "type": click.Path(path_type=Path),
            "metavar": "DIR",
            "help": "The folder of articles; else $QUOTETRACE_CORPUS, ./corpus, or the bundled corpus.",
        },
    ),
    (
        ("--format", "form"),
        {
            "type": click.Choice([form.value for form in Form]),
            "help": "The form of the result; else a table on a terminal, plain records elsewhere.",
        },
    ),
    (("--color/--no-color",), {"default": None, "help": "With or without colour; else as $NO_COLOR says."}),
    (("--quiet",), {"is_flag": True, "help": "Print results and errors, and no messages."}),
    (("--debug",), {"is_flag": True, "is_eager": True, "help": "Show where an error comes from."}),
)
