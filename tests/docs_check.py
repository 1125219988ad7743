#!/usr/bin/env python3
"""Fails when README.md or a page in docs/ names a repository path that does not exist.

A path is a link's target, or a word in backticks that begins with one of the repository's
folders and a slash, or names a file at its top. Exit code only; what is missing is on stderr.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FOLDERS = "compiler|vm|linker|stdlib|runtime|tests|bench|cmake|docs|examples|scripts"
IN_BACKTICKS = re.compile(r"`((?:(?:%s)/[^`\s]*)|README\.md|LICENSE|CMakeLists\.txt|CMakePresets\.json)`" % FOLDERS)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def missing_in(page):
    text = page.read_text(encoding="utf-8")
    prose = re.sub(r"^```.*?^```", lambda block: "\n" * block.group().count("\n"), text, flags=re.M | re.S)
    for number, line in enumerate(prose.splitlines(), 1):
        for name in IN_BACKTICKS.findall(line):
            if re.search(r"[<>*{…]|NNNN|/my_", name):  # a pattern or an example
                continue
            if not (ROOT / name.split(":")[0]).exists():
                yield number, name
        # Code may look like a link: leave what is in backticks out.
        for target in LINK.findall(re.sub(r"`[^`]*`", "", line)):
            path = target.split("#")[0]
            if re.match(r"[a-z]+:", target) or not path:
                continue
            if not (page.parent / path).exists():
                yield number, target


def main():
    failed = False
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]:
        for number, name in missing_in(page):
            print(f"{page.relative_to(ROOT)}:{number}: {name} does not exist", file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
