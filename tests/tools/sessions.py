"""Shell sessions with what they print: tests/cli/*.test and examples/*/session.test.

A session is blocks of `$ command`, the expected lines (standard output, then standard error), and
`[status] n` when that is not 0; comments stand at its head.
"""
import os
import pathlib
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent


def parse(file):
    """The comment at the head, and the steps."""
    head, steps, step = [], [], None
    for line in file.read_text().splitlines():
        if line.startswith("#") and step is None:
            head.append(line)
        elif line.startswith("$ "):
            step = {"command": line[2:], "lines": [], "status": 0}
            steps.append(step)
        elif line.startswith("[status] "):
            step["status"] = int(line.split()[1])
        elif step is not None:
            step["lines"].append(line)
    for step in steps:
        while step["lines"] and not step["lines"][-1].strip():
            step["lines"].pop()
    return head, steps


def render(head, steps):
    """The text of a session: what parse reads."""
    blocks = ["\n".join(head)] if head else []
    for step in steps:
        lines = ["$ " + step["command"], *step["lines"]]
        blocks.append("\n".join(lines + ([f"[status] {step['status']}"] if step["status"] else [])))
    return "\n\n".join(blocks) + "\n"


# The namespace NAME.main below examples/NAME/src is the program NAME.

def examples():
    """The names of the examples that have a session."""
    return sorted(file.parent.name for file in (ROOT / "examples").glob("*/session.test"))


def play(name, program):
    """Runs the session of an example in an empty folder, where the command NAME runs `program`, a list of
    words. The steps as they came out."""
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        (scratch / "bin").mkdir()
        (scratch / "work").mkdir()
        command = scratch / "bin" / name
        command.write_text("#!/bin/sh\nexec " + " ".join(f"'{word}'" for word in program) + ' "$@"\n')
        command.chmod(0o755)
        env = {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
        steps = []
        for step in parse(ROOT / "examples" / name / "session.test")[1]:
            done = subprocess.run(["bash", "-c", step["command"] + "\n"], cwd=scratch / "work", env=env, timeout=300,
                                  stdin=subprocess.DEVNULL, capture_output=True)
            output = (done.stdout + done.stderr).decode(errors="replace").rstrip("\n")
            steps.append({"command": step["command"], "lines": output.split("\n") if output else [],
                          "status": done.returncode})
        return steps
