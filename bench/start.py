"""The start of a process, and calls against luajit's interpreter: the table `Start` of the page."""
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

HELLO_CLJ = '(ns hello)\n(defn -main [] (println "Hello, World!"))\n'
HELLO_CPP = '#include <iostream>\nint main() { std::cout << "Hello, World!\\n"; }\n'
FIB_CLJ = "(ns fib)\n(defn fib [n] (if (< n 2) n (+ (fib (- n 1)) (fib (- n 2)))))\n(defn -main [] (println (fib {n})))\n"
FIB_LUA = "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end\nprint(fib({n}))\n"


def measure(argv):
    """Wall and processor seconds and page faults of one run. No copy of this process is made for it, which would hide the start."""
    argv = [str(a) for a in argv]
    begin = time.perf_counter()
    pid = os.posix_spawnp(argv[0], argv, os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - begin
    if status != 0:
        raise RuntimeError(f"{argv[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return wall, used.ru_utime + used.ru_stime, used.ru_minflt


def instructions(argv):
    """Instructions in user mode, counted by valgrind; None without it. A program that unpacks code ends early under valgrind."""
    if not shutil.which("valgrind"):
        return None
    done = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *map(str, argv)],
                          capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{argv[0]} ended with {done.returncode} under valgrind")
    count = re.search(r"Collected : (\d+)", done.stderr)
    return int(count[1]) if count else None


def interleaved(commands, rounds):
    """The least wall and processor time of each command, and its least page faults."""
    best = [[float("inf")] * 3 for _ in commands]
    for _ in range(rounds):
        for i, command in enumerate(commands):
            best[i] = [min(a, b) for a, b in zip(best[i], measure(command))]
    return best


def compile_clj(root, folder, name, text):
    source = folder / f"{name}.clj"
    source.write_text(text)
    target = folder / name
    subprocess.run([root / "build" / "release" / "bin" / "cljc", "build", source, "-m", name, "-o", target],
                   check=True, stdout=subprocess.DEVNULL)
    return target


def hello_rows(root, folder, quick):
    mine = compile_clj(root, folder, "hello", HELLO_CLJ)
    rows = [("executable of cljc", [mine])]
    if shutil.which("g++"):
        (folder / "hello.cpp").write_text(HELLO_CPP)
        subprocess.run(["g++", "-O2", "-static", folder / "hello.cpp", "-o", folder / "hello_cpp"], check=True)
        rows.append(("C++, linked statically", [folder / "hello_cpp"]))
    figures = interleaved([c for _, c in rows], 50 if quick else 300)
    if shutil.which("clojure") and not quick:
        rows.append(("JVM Clojure, from source", ["clojure", "-e", '(println "Hello, World!")']))
        figures += interleaved([rows[-1][1]], 10)
    lines = ["| hello world | wall, ms | page faults | instructions |", "|---|---|---|---|"]
    for (name, command), (wall, _, faults) in zip(rows, figures):
        count = None if name.startswith("JVM") else instructions(command)
        lines.append(f"| {name} | {wall * 1000:.2f} | {faults:.0f} | {f'{count:,}' if count else '–'} |")
    return lines + [""]


def fib_rows(root, folder, quick):
    if not shutil.which("luajit"):
        return []
    lines = ["| processor time, s | cljvm | luajit -joff | ratio |", "|---|---|---|---|"]
    for n in (32,) if quick else (32, 37):
        mine = compile_clj(root, folder, "fib", FIB_CLJ.replace("{n}", str(n)))
        lua = folder / f"fib{n}.lua"
        lua.write_text(FIB_LUA.replace("{n}", str(n)))
        (_, a, _), (_, b, _) = interleaved([[mine], ["luajit", "-joff", lua]], 3 if quick else 7)
        lines.append(f"| (fib {n}) | {a:.3f} | {b:.3f} | {a / b:.2f} |")
    return lines + [""]


def table(root, quick):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        return hello_rows(root, folder, quick) + fib_rows(root, folder, quick)
