"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from quotetrace.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HINTS = {
    errno.ENOENT: "make the folder first, or write to another one",
    errno.ENOTDIR: "make the folder first, or write to another one",
    errno.EISDIR: "add the name of a file",
    errno.EACCES: "write to a folder of your own",
    errno.EPERM: "write to a folder of your own",
    errno.EROFS: "write to a folder of your own",
    errno.ENOSPC: "nothing was written; free some space, or write to another disk",
    errno.EDQUOT: "nothing was written; free some space, or write to another disk",
}


def demand_writable(path: Path) -> None:
    """Raise OutputError if it is plain before any work is done that *path* cannot be written."""
    with _told(path):
        folder = path.resolve().parent
        if path.is_dir():
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not folder.is_dir():
            code = errno.ENOTDIR if folder.exists() else errno.ENOENT
            raise OSError(code, os.strerror(code))
        if not path.exists() and not os.access(folder, os.W_OK):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Open a text file for writing that takes the place of *path* only when all of it is on the disk.

    Line ends are written as they are. Raises OutputError; *path* is then as it was before.
    """
    with _told(path):
        target = path.resolve()  # the file that a link leads to, and not the link, is replaced
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as device:
                yield device
        else:
            with _beside(target) as stream:
                yield stream


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        hint = _HINTS.get(error.errno or 0, "")
        raise OutputError(f"cannot write {path}: {error.strerror or error}", hint) from error


@contextmanager
def _beside(target: Path) -> Iterator[TextIO]:
    """Open a file in the folder of *target* that is renamed in the end, or taken away after any failure."""
    draft = target.with_name(f".quotetrace-{secrets.token_hex(8)}.part")
    try:
        with draft.open("x", encoding="utf-8", newline="") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    except BaseException:  # also Ctrl-C leaves no half file behind
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
