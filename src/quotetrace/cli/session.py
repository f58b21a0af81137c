"""One run of the program: its surroundings, its global options, and the way its results go out."""

from __future__ import annotations

# Each command loads only what it needs: start-up counts.
# ruff: noqa: PLC0415
import errno
import io
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from quotetrace.errors import InputError, OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

    from quotetrace.cli.environment import Environment
    from quotetrace.export.table import Record, Table
    from quotetrace.model import Corpus, Trace
    from quotetrace.render.screen import Screen


class Form(StrEnum):
    """The form of a result."""

    TABLE = "table"
    PLAIN = "plain"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


@dataclass(slots=True)
class Session:
    """What the commands work with. Options stay None until the command line sets them."""

    environment: Environment
    corpus: Path | None = None
    form: Form | None = None
    color: bool | None = None
    quiet: bool = False
    debug: bool = False

    def say(self, message: str) -> None:
        """Write a message to standard error, unless asked to be quiet."""
        if not self.quiet:
            self.environment.stderr.write(f"quotetrace: {message}\n")

    def corpus_folder(self) -> Path:
        """Return the folder asked for by option, else by variable, else `./corpus`, else the bundled one."""
        from quotetrace.corpus import bundled, holds_articles

        named = self.environment.variables.get("QUOTETRACE_CORPUS")
        chosen = self.corpus or (Path(named) if named else None)
        if chosen is not None:
            return self.environment.folder / chosen
        local = self.environment.folder / "corpus"
        return local if holds_articles(local) else bundled()

    def open_corpus(self) -> Corpus:
        """Open the corpus; raises InputError where it is not there or not sound."""
        from quotetrace.corpus import open_corpus

        folder = self.corpus_folder()
        if not folder.exists():  # here it is known by which option to name another
            raise InputError("there is no such folder", "name one with --corpus DIR", path=folder)
        return open_corpus(folder)

    def open_trace(self, reference: str | None = None) -> Trace:
        """Open the corpus and trace it; *reference* names the outlet or article to compare with, where it can be.

        Raises UsageError where there is no such name.
        """
        from quotetrace.tracing import trace

        corpus = self.open_corpus()
        references: frozenset[str] = frozenset() if reference is None else _articles_named(corpus, reference)
        self.tell_unknown_languages(corpus)
        return trace(corpus, references)

    def tell_unknown_languages(self, corpus: Corpus) -> None:
        """Say which articles are read by the rules of a language that is not theirs."""
        from quotetrace import languages
        from quotetrace.text import script

        fallback = languages.get(languages.FALLBACK)
        for article in corpus.articles:
            written = "" if article.language else script(article.text)
            if written not in ("", fallback.script):
                known = " or ".join(f"`language: {code}`" for code in languages.written_in(written))
                hint = f"; put {known} into its header" if known else ""
                name = article.path.name
                self.say(f"{name} names no language: it is read as English, but is in {written} letters{hint}")
        for code in sorted({article.language for article in corpus.articles if article.language}):
            if not languages.is_known(code):
                self.say(f"there are no rules for the language {code!r} yet; those for English are used")

    def show(
        self,
        *,
        document: Callable[[], Record],
        table: Callable[[], Table],
        drawing: Callable[[Screen], RenderableType],
    ) -> None:
        """Write a result in the form asked for: a drawing on a terminal, else plain records."""
        form = self.form or (Form.TABLE if self.environment.terminal else Form.PLAIN)
        if form is Form.TABLE:
            self.write(self._drawn(drawing))
        elif form is Form.PLAIN:
            self.write(written(form, document, table))
        else:
            self.write_data(written(form, document, table))

    def write(self, text: str) -> None:
        """Write to standard output; a reader that has gone has seen enough. Raises OutputError."""
        stdout = self.environment.stdout
        try:
            stdout.write(text)
            stdout.flush()
        except BrokenPipeError:
            # What is still in the buffer must go somewhere, or Python complains at its exit.
            with Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), stdout.fileno())
        except OSError as error:
            hint = "free some space" if error.errno == errno.ENOSPC else ""
            raise OutputError(f"cannot write to standard output: {error.strerror or error}", hint) from error

    def write_data(self, text: str) -> None:
        """Write what programs read: in UTF-8 whatever the locale says, with line ends as they are."""
        stdout = self.environment.stdout
        if isinstance(stdout, io.TextIOWrapper):
            stdout.reconfigure(encoding="utf-8", newline="")
        self.write(text)

    def _drawn(self, drawing: Callable[[Screen], RenderableType]) -> str:
        from quotetrace.render.screen import Screen, to_text

        color = self.environment.color if self.color is None else self.color
        screen = Screen(self.environment.width, color)
        return to_text(drawing(screen), screen)


def _articles_named(corpus: Corpus, name: str) -> frozenset[str]:
    from quotetrace.addresses import articles_named

    return articles_named(corpus, name)


def written(form: Form, document: Callable[[], Record], table: Callable[[], Table]) -> str:
    """Return a result as text in one of the forms for programs."""
    from quotetrace.export.as_csv import write_csv
    from quotetrace.export.as_json import write_json, write_jsonl
    from quotetrace.export.as_plain import write_plain

    text = io.StringIO(newline="")
    if form is Form.JSON:
        write_json(document(), text)
    elif form is Form.JSONL:
        write_jsonl(table(), text)
    elif form is Form.CSV:
        write_csv(table(), text)
    else:
        write_plain(table(), text)
    return text.getvalue()
