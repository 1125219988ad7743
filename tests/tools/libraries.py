"""The table tests/libraries/libraries.txt, and the jars that its rows name.

A jar of a package that is installed is used where it is; another package is fetched with apt-get
into build/libraries and unpacked there, which needs no rights.
"""
import fcntl
import pathlib
import subprocess
import typing

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "tests" / "libraries"
CACHE = ROOT / "build" / "libraries"
INSTALLED = pathlib.Path("/usr/share/java")


class Library(typing.NamedTuple):
    program: str
    name: str
    jars: list  # (package, jar) pairs
    modes: list
    missing: str


def libraries():
    """The rows of the table, in its order."""
    for line in (FOLDER / "libraries.txt").read_text().splitlines():
        if not line or line.startswith("#"):
            continue
        program, name, packages, modes, missing = (column.strip() for column in line.split("|"))
        jars = [tuple(entry.split("/")) for entry in packages.split()]
        yield Library(program, name, jars, [m for m in modes.split() if m != "none"], missing)


def fetch(package):
    """Unpacks a package into build/libraries."""
    CACHE.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(["apt-get", "download", "-qq", package], cwd=CACHE, capture_output=True, text=True)
    for archive in CACHE.glob(f"{package}_*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(archive), str(CACHE)], check=True)
        archive.unlink()
    return done.stderr.strip()


def jar_path(package, jar):
    """The path of a jar; RuntimeError when it cannot be had."""
    for folder in (INSTALLED, CACHE / "usr" / "share" / "java"):
        if (folder / jar).exists():
            return folder / jar
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path = CACHE / "usr" / "share" / "java" / jar
        error = "" if path.exists() else fetch(package)
    if not path.exists():
        raise RuntimeError(f"the package {package} has no {jar} or cannot be fetched: {error}")
    return path


def class_path(library):
    return ":".join(str(jar_path(package, jar)) for package, jar in library.jars)


def documentation():
    """The table of docs/libraries.md."""
    lines = ["| library | loads | program is equal | what is missing |", "|---|---|---|---|"]
    for library in libraries():
        loads = "yes" if library.modes else "no"
        equal = "as " + ", ".join(library.modes) if library.modes else "no"
        lines.append(f"| {library.name} | {loads} | {equal} | {library.missing} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(documentation(), end="")
