"""Reading the command line's words; an own parser that neither prints nor exits, so that the window can use it."""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from app.cli.wording import Formatter, said
from app.shared.i18n import _


class Stop(Exception):
    """Reading the words ends with this text and exit code."""

    def __init__(self, code: int, text: str) -> None:
        super().__init__(text)
        self.code = code
        self.text = text


class Parser(argparse.ArgumentParser):
    """A parser whose help and complaints are raised as ``Stop``, in the language in use."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=Formatter, **options)
        # argparse knows no other way to name these two groups.
        self._positionals.title = _("What to give")
        self._optionals.title = _("Options")

    def print_help(self, file: object = None) -> None:  # noqa: ARG002 - argparse asks for it
        raise Stop(0, self.format_help())

    def error(self, message: str) -> NoReturn:
        raise Stop(
            2, self.format_usage() + _("{program}: {message}").format(program=self.prog, message=said(message)) + "\n"
        )


class Commands:
    """The commands of the program, each added by the file that holds it."""

    def __init__(self) -> None:
        self.parser = Parser(
            prog="kebu",
            description=_("The customer book. Without a command the window opens."),
            allow_abbrev=False,
            add_help=False,
        )
        _shared(self.parser)
        self.parser.add_argument("--version", action="store_true", help=_("show the version"))
        self.parser.add_argument("--tray", action="store_true", help=_("begin in the tray, where the desktop has one"))
        self.parser.set_defaults(run=None, book=None, json=False, lang="", key_file=None, command=None)
        self._parsers = self.parser.add_subparsers(metavar=_("COMMAND"), title=_("Commands"))

    def add(self, name: str, help_text: str, run: object) -> argparse.ArgumentParser:
        """Add a command; returns its parser for the arguments."""
        parser = self._parsers.add_parser(
            name, help=help_text, description=help_text, allow_abbrev=False, add_help=False
        )
        _shared(parser)
        parser.set_defaults(run=run, command=name)
        return parser


def _shared(parser: argparse.ArgumentParser) -> None:
    """The options that stand before or after the command alike."""
    group = parser.add_argument_group(_("for every command"))
    group.add_argument("-h", "--help", action="help", default=argparse.SUPPRESS, help=_("show this help"))
    group.add_argument("--book", metavar=_("FILE"), default=argparse.SUPPRESS, help=_("the book; else the last one"))
    group.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_("answer in JSON"))
    group.add_argument(
        "--lang", metavar="zh|en", type=_language, default=argparse.SUPPRESS, help=_("the language of the answer")
    )
    group.add_argument(
        "--key-file",
        metavar=_("FILE"),
        default=argparse.SUPPRESS,
        help=_("the key of an encrypted book: 32 bytes, or 64 hex digits"),
    )


def add_where(parser: argparse.ArgumentParser) -> None:
    """Add ``--where field=value``, which may stand more than once."""
    parser.add_argument(
        "--where",
        action="append",
        default=[],
        metavar="field=value",
        help=_("only those; also with != < <= > >= and ~ (contains), and more than once"),
    )


def _language(text: str) -> str:
    if text and not text.lower().startswith(("zh", "en")):
        raise argparse.ArgumentTypeError(_("the languages are zh and en"))
    return text


def count(text: str) -> int:
    """A whole number that is not negative, for argparse."""
    try:
        number = int(text)
    except ValueError:
        number = -1
    if number < 0:
        raise argparse.ArgumentTypeError(_("“{text}” is no whole number").format(text=text))
    return number


def wanted_language(words: list[str]) -> str:
    """The language asked for, found before the words are read, as the help is in that language too."""
    for index, word in enumerate(words):
        if word == "--lang" and index + 1 < len(words):
            return words[index + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return ""
