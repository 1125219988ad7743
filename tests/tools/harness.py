"""What the groups of tests/run.py share: where things are, running commands, comparing texts."""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="cljvm-test-"))
os.environ["XDG_CACHE_HOME"] = str(SCRATCH / "cache")  # of builds: what they find there is theirs
GROUPS = []
preset = "release"


def group(function):
    GROUPS.append((function.__name__, function))
    return function


def run(argv, timeout=120, stdin="", cwd=None, env=None):
    """Runs a command; (status, stdout, stderr) as text."""
    try:
        done = subprocess.run([str(a) for a in argv], input=stdin.encode(), capture_output=True,
                              timeout=timeout, cwd=cwd, env={**os.environ, **(env or {})})
    except subprocess.TimeoutExpired:
        return 124, "", f"no end after {timeout} s"
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


def first_difference(expected, got):
    if expected == got:
        return ""
    a, b = expected.splitlines(), got.splitlines()
    for i in range(max(len(a), len(b))):
        left = a[i] if i < len(a) else "(end)"
        right = b[i] if i < len(b) else "(end)"
        if left != right:
            return f"line {i + 1}:\n    expected {left}\n    got      {right}"
    return "the last newline differs"


def build_folder():
    """Of the build whose programs are tested."""
    return ROOT / "build" / preset


def binary(name):
    return build_folder() / "bin" / name


def build(preset, *targets):
    status, out, err = run([ROOT / "scripts" / "build", preset, *targets], timeout=3000)
    if status != 0:
        print(out[-6000:], err[-3000:])
        sys.exit(f"0 passed, 1 failed\nbuilding the preset {preset} failed")
