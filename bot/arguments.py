"""The command line's grammar, with its help in Chinese."""

from __future__ import annotations

import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from bot import wording_documents
from bot.wording import BAD_DATE, BAD_USAGE, DESCRIPTION, HELP


class ChineseParser(ArgumentParser):
    """An argument parser that speaks Chinese as far as it lets itself be taught."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - what ArgumentParser takes
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self._positionals.title, self._optionals.title = "参数", "选项"
        self.add_argument("-h", "--help", action="help", help=HELP["help"])

    def format_usage(self) -> str:
        return super().format_usage().replace("usage:", "用法：", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(BAD_USAGE.format(usage=self.format_usage(), why=message, prog=self.prog))
        sys.exit(2)


def read_arguments(arguments: Sequence[str], version: str) -> Namespace:
    """The arguments; `command` names what to run. Exits where they cannot be understood."""
    parser = ChineseParser(prog="xueshi", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"xueshi {version}", help=HELP["version"])
    _chat(parser)
    parser.set_defaults(command="chat", db=None, jsonl=False, debug=False)
    commands = parser.add_subparsers(title="命令", metavar="命令")
    _chat(_command(commands, "chat"))
    for name in ("serve", "tick"):
        _command(commands, name).add_argument("--db", metavar="地址", default=SUPPRESS, help=HELP["db"])
    policy = _command(commands, "policy").add_subparsers(title="命令", metavar="命令", required=True)
    _command(policy, "check").add_argument("files", metavar="文件", nargs="+", type=Path, help=HELP["file"])
    show = _command(policy, "show")
    show.add_argument("place", metavar="地区", help=wording_documents.HELP["place"])
    show.add_argument("year", metavar="年份", nargs="?", type=int, help=wording_documents.HELP["year"])
    _diff(policy)
    parse = _command(commands, "parse")
    parse.add_argument("sentence", metavar="句子", help=HELP["sentence"])
    parse.add_argument("--today", metavar="日期", type=_day, help=HELP["today"])
    _upkeep(commands)
    return parser.parse_args(arguments)


def _chat(parser: ArgumentParser) -> None:
    # the defaults are the outermost parser's, so that `xueshi --db X` and `xueshi chat --db X` mean the same
    parser.add_argument("--jsonl", action="store_true", default=SUPPRESS, help=HELP["jsonl"])
    parser.add_argument("--db", metavar="地址", default=SUPPRESS, help=HELP["db"])
    parser.add_argument("--debug", action="store_true", default=SUPPRESS, help=HELP["debug"])


def _diff(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    told = wording_documents.HELP
    parser = commands.add_parser("diff", help=told["diff"], description=told["diff"])
    parser.set_defaults(command="diff")
    parser.add_argument("documents", metavar="文件", nargs=2, help=told["document"])
    parser.add_argument("--ledger", metavar="地址", help=told["ledger"])
    parser.add_argument("--user", metavar="编号", help=told["user"])


def _upkeep(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    backup = _command(commands, "backup")
    backup.add_argument("target", metavar="位置", nargs="?", type=Path, default=Path(), help=HELP["to"])
    restore = _command(commands, "restore")
    restore.add_argument("archive", metavar="备份", type=Path, help=HELP["archive"])
    seal = _command(commands, "seal")
    seal.add_argument("--new-key", action="store_true", help=HELP["new_key"])
    for each in (backup, restore, seal, _command(commands, "doctor"), _command(commands, "stats")):
        each.add_argument("--db", metavar="地址", default=None, help=HELP["db"])


def _command(commands: Any, name: str) -> ArgumentParser:  # noqa: ANN401 - argparse keeps the type to itself
    parser: ArgumentParser = commands.add_parser(name, help=HELP[name], description=HELP[name])
    parser.set_defaults(command=name)
    return parser


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ArgumentTypeError(BAD_DATE.format(value=text)) from error
