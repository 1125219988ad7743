"""What the commands print: stages of the compiler, sessions, findings."""
import json
import os
import pathlib
import re
import tempfile

import sessions
from harness import ROOT, SCRATCH, binary, build_folder, first_difference, group, run


@group
def golden():
    """tests/golden/<stage>/*.clj: what `cljc build --dump=<stage>` prints."""
    for stage in ("read", "expand", "ast", "bytecode"):
        for source in sorted((ROOT / "tests" / "golden" / stage).glob("*.clj")):
            if not source.with_suffix(".expected").exists():
                continue  # the unit tests of the reader and the analyzer have goldens of their own
            def check(stage=stage, source=source):
                _, out, err = run([binary("cljc"), "build", f"--dump={stage}", source.name], cwd=source.parent)
                if err:
                    return err
                return first_difference(source.with_suffix(".expected").read_text(), out)
            yield f"{stage} {source.stem}", check


@group
def cli():
    """tests/cli/*.test: shell sessions in an empty folder; `...` in a line stands for anything."""
    for file in sorted((ROOT / "tests" / "cli").glob("*.test")):
        def check(file=file):
            folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
            env = {"PATH": f"{build_folder()}/bin:{os.environ['PATH']}", "ROOT": str(ROOT), "HOME": str(folder),
                   "XDG_CACHE_HOME": str(folder / ".cache"), "LC_ALL": "C.UTF-8"}
            for step in sessions.parse(file)[1]:
                status, out, err = run(["bash", "-c", step["command"] + "\n"], cwd=folder, env=env)
                got = (out + err).replace(str(folder), "DIR").rstrip("\n")
                expected = "\n".join(step["lines"]).rstrip("\n")
                pattern = re.escape(expected).replace(r"\.\.\.", ".*")
                if not re.fullmatch(pattern, got, re.S):
                    return f"$ {step['command']}\n  expected:\n{expected}\n  got:\n{got}"
                if status != step["status"]:
                    return f"$ {step['command']}\n  exit status {status}, expected {step['status']}\n{got}"
            return ""
        yield file.stem, check


def lint_findings(rule, source):
    """The lines on which the rule has findings, or a fault as text."""
    status, out, err = run([binary("cljc"), "check", "--format=json", f"--level={rule}=warning", source.name],
                           cwd=source.parent)
    if status not in (0, 2, 3) or err:
        return f"exit status {status}\n{out}{err}"
    return sorted({f["line"] for f in json.loads(out) if f["rule"] == rule})


@group
def lint():
    """Every rule flags exactly the lines of flag.clj that end in `; !`, and none of ok.clj."""
    status, out, err = run([binary("cljc"), "check", "--rules"])
    rules = [line.split()[0] for line in out.splitlines()]
    folders = {d.name for d in (ROOT / "tests" / "lint").iterdir() if d.is_dir()}
    pages = {p.stem for p in (ROOT / "docs" / "lint").glob("*.md")}

    def complete():
        return "" if rules and set(rules) == folders == pages else (
            f"the rules, tests/lint and docs/lint differ: {sorted(set(rules) ^ folders)} {sorted(set(rules) ^ pages)} {err}")
    yield "each rule has a pair of programs and a page", complete
    for rule in rules:
        for kind in ("flag", "ok"):
            def check(rule=rule, source=ROOT / "tests" / "lint" / rule / f"{kind}.clj"):
                lines = source.read_text().splitlines()
                expected = [n for n, line in enumerate(lines, 1) if line.endswith("; !")]
                got = lint_findings(rule, source)
                return "" if got == expected else f"expected findings in lines {expected}, got {got}"
            yield f"{rule} {kind}", check
