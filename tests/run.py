#!/usr/bin/env python3
"""Builds and runs every test; the last line is "N passed, M failed".

    tests/run.py [--only GROUP[,GROUP]] [--filter TEXT] [--preset NAME] [--no-build] [--verbose]

Groups are the functions below that are decorated with @group, in their order. A group yields
tests: pairs of a name and a callable that returns "" or what went wrong. docs/testing.md says
what each group proves. --preset runs the programs of another optimized build, such as clang.
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "tools"))
import libraries as library_table  # noqa: E402
import sessions  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "release"
BIN = BUILD / "bin"
GROUPS = []
SCRATCH = pathlib.Path(tempfile.mkdtemp(prefix="cljvm-test-"))
os.environ["XDG_CACHE_HOME"] = str(SCRATCH / "cache")  # of builds: what they find there is theirs


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


def build(preset, *targets):
    status, out, err = run([ROOT / "scripts" / "build", preset, *targets], timeout=3000)
    if status != 0:
        print(out[-6000:], err[-3000:])
        sys.exit(f"0 passed, 1 failed\nbuilding the preset {preset} failed")


# -- Unit tests ---------------------------------------------------------------------------------

def unit_targets():
    """The names of the programs that tests/CMakeLists.txt makes of tests/unit."""
    return [f"test_{folder.name}" for folder in sorted((ROOT / "tests" / "unit").iterdir()) if folder.is_dir()]


# Components whose objects own no native memory. In the others LeakSanitizer would report what
# objects still hold that are alive, or not yet finalised, when the program ends.
LEAK_CHECKED = {"test_base", "test_value", "test_gc", "test_image"}


def unit_tests(preset, only=None):
    folder = ROOT / "build" / preset / "bin"
    for binary in sorted(folder.glob("test_*")):
        if only and binary.name not in only:
            continue
        status, out, _ = run([binary, "--list-test-names-only"], cwd=folder.parent)
        for name in out.splitlines():
            if not name.strip():
                continue
            # Catch reads commas and brackets of a name as its own syntax.
            pattern = re.sub(r"([\\,\[\]\"])", r"\\\1", name.strip())

            def check(binary=binary, pattern=pattern):
                leaks = 1 if binary.name in LEAK_CHECKED else 0
                status, out, err = run([binary, pattern], timeout=900, cwd=binary.parent.parent,
                                       env={"ASAN_OPTIONS": f"detect_leaks={leaks}"})
                return "" if status == 0 and "No test cases matched" not in out else (out + err)[-2500:]
            yield f"{binary.name}: {name.strip()}", check


@group
def unit():
    """tests/unit/<component>, release build."""
    return unit_tests(BUILD.name)


@group
def unit_sanitized():
    """The same under AddressSanitizer and UBSan."""
    build("dev", *unit_targets())
    return unit_tests("dev")


@group
def unit_threads():
    """The collector with four mutator threads, futures, agents and refs under ThreadSanitizer."""
    build("tsan", "test_gc", "test_conc")
    return unit_tests("tsan", only={"test_gc", "test_conc"})


@group
def fuzz_seeds():
    """tests/fuzz: each target on its seeds and on changed copies of them, sanitized."""
    targets = sorted((ROOT / "tests" / "fuzz" / "seeds").iterdir())
    build("dev", *[f"fuzz_{folder.name}" for folder in targets])
    for folder in targets:
        def check(folder=folder):
            seeds = sorted(folder.iterdir())
            if folder.name in ("bundle", "run"):  # made here: a bundle fits the build that wrote it
                bundles = [SCRATCH / f"{folder.name}-{seed.stem}.cljb" for seed in seeds]
                for seed, bundle in zip(seeds, bundles):
                    status, out, err = run([BIN / "cljc", "build", seed, "-o", bundle])
                    if status != 0:
                        return out + err
                seeds = bundles
            status, out, err = run([ROOT / "build" / "dev" / "bin" / f"fuzz_{folder.name}", *seeds], timeout=900)
            return "" if status == 0 and seeds else (out + err)[-2500:]
        yield folder.name, check


# -- Language tests -----------------------------------------------------------------------------

def language_programs():
    for source in sorted((ROOT / "tests" / "language").rglob("*.clj")):
        expected = source.with_suffix(".expected")
        if expected.exists():
            yield source, expected.read_text()


def known_failures():
    """Rows `mode program reason` of tests/language/known_failures.txt; mode * is every mode."""
    rows = {}
    file = ROOT / "tests" / "language" / "known_failures.txt"
    for line in file.read_text().splitlines() if file.exists() else []:
        if line.strip() and not line.startswith("#"):
            mode, program, reason = line.split(None, 2)
            rows[(mode, program)] = reason
    return rows


def language_mode(mode, command, timeout=120):
    known = known_failures()
    for source, expected in language_programs():
        program = str(source.relative_to(ROOT / "tests" / "language"))

        def check(source=source, expected=expected, program=program):
            status, out, err = command(source)
            fault = first_difference(expected, out)
            if not fault and status not in (0, 1):
                fault = f"exit status {status}"
            reason = known.get((mode, program)) or known.get(("*", program))
            if reason:
                return "" if fault else "listed in known_failures.txt, but it passes"
            return fault and fault + "\n    " + err[-600:].replace("\n", "\n    ")
        yield f"{mode} {program}", check


@group
def language_vm():
    """tests/language on the register VM: the output that JVM Clojure gave."""
    return language_mode("vm", lambda s: run([BIN / "cljvm", s], cwd=s.parent))


@group
def language_tree():
    """The same on the tree evaluator."""
    return language_mode("tree", lambda s: run([BIN / "cljvm", "--backend=tree", s], cwd=s.parent, timeout=300))


@group
def language_stress():
    """The same with a collection at every allocation."""
    def command(source):
        # Scanning a stack of millions of frames at each allocation would take hours.
        period = 50000 if source.name == "deep_recursion.clj" else 1
        return run([BIN / "cljvm", source], cwd=source.parent, timeout=600,
                   env={"CLJVM_GC": f"stress,stress_period={period}"})
    return language_mode("stress", command)


def scratch_name(source, suffix):
    relative = source.relative_to(ROOT / "tests" / "language")
    return SCRATCH / (str(relative).replace("/", "-").replace(".clj", "") + suffix)


@group
def language_bundle():
    """The same compiled to a bundle."""
    def command(source):
        bundle = scratch_name(source, ".cljb")
        status, out, err = run([BIN / "cljc", "build", source, "-o", bundle], cwd=source.parent)
        if status != 0 or out:
            return status, out, "cljc build: " + err
        return run([BIN / "cljvm", bundle], cwd=source.parent)
    return language_mode("bundle", command)


@group
def language_executable():
    """The same linked into an executable."""
    def command(source):
        program = scratch_name(source, "")
        status, out, err = run([BIN / "cljc", "build", source, "-o", program], cwd=source.parent)
        if status != 0 or out:
            return status, out, "cljc build: " + err
        result = run([program], cwd=source.parent)
        program.unlink()
        return result
    return language_mode("executable", command)


# -- Memory ----------------------------------------------------------------------------------------

@group
def memory():
    """tests/memory in a heap of 24 MiB: what is walked or dropped must not stay alive."""
    options = {"CLJVM_GC": f"max_heap_bytes={24 << 20}"}
    for source in sorted((ROOT / "tests" / "memory").glob("*.clj")):
        def check(source=source):
            _, out, err = run([BIN / "cljvm", source], env=options, timeout=300)
            fault = first_difference(source.with_suffix(".expected").read_text(), out)
            return fault and fault + "\n    " + err[-600:]
        yield source.stem, check


@group
def random_calls():
    """tests/robustness: functions and host members with arguments that are seldom right end in a value or an exception."""
    source = ROOT / "tests" / "robustness" / "random_calls.clj"
    for what in ("functions", "members"):
        for seed in (1, 2):
            def check(what=what, seed=seed):
                folder = SCRATCH / f"calls-{what}-{seed}"
                folder.mkdir(exist_ok=True)
                options = {"CLJVM_GC": "max_heap_bytes=1g", "CALLS_LOG": str(folder / "calls.log")}
                status, out, err = run([BIN / "cljvm", source, what, str(seed), "4000"], cwd=folder, env=options, timeout=300)
                if status == 0 and out == "all calls ended\n":
                    return ""
                return f"exit status {status}: {(folder / 'calls.log').read_text().splitlines()[-1]}\n    {err[-600:]}"
            yield f"{what} {seed}", check


# -- Libraries: tests/libraries --------------------------------------------------------------------

@group
def libraries():
    """tests/libraries/*.clj: programs on libraries from Debian's packages, unchanged."""
    for library in library_table.libraries():
        source = library_table.FOLDER / (library.program + ".clj")
        for mode in library.modes:
            def check(library=library, source=source, mode=mode):
                try:
                    class_path = library_table.class_path(library) + ":."
                except RuntimeError as error:
                    return str(error)
                program = SCRATCH / (library.program + (".cljb" if mode == "bundle" else "." + mode))
                if mode == "script":
                    status, out, err = run([BIN / "cljvm", "-cp", class_path, source.name], cwd=source.parent)
                else:
                    status, out, err = run([BIN / "cljc", "build", "-cp", class_path, source.name, "-o", program],
                                           cwd=source.parent)
                    if status != 0 or out:
                        return f"cljc build: {out}{err}"
                    run_it = [BIN / "cljvm", program] if mode == "bundle" else [program]
                    status, out, err = run(run_it, cwd=SCRATCH)
                    program.unlink()
                fault = first_difference(source.with_suffix(".expected").read_text(), out)
                return fault or (f"exit status {status}\n{err}" if status else "")
            yield f"{library.program} {mode}", check

    def table_check():
        page = (ROOT / "docs" / "libraries.md").read_text()
        return "" if library_table.documentation() in page else \
            "docs/libraries.md does not have the table that tests/tools/libraries.py prints"
    yield "docs/libraries.md has the table", table_check


# -- Examples: examples/*/session.test ---------------------------------------------------------------

@group
def examples():
    """examples/*/session.test: real programs in every form print what they print on JVM Clojure."""
    for name in sessions.examples():
        source = ROOT / "examples" / name / "src"
        for form, options in {"script": None, "bundle": [], "executable": [], "full": ["--full", "--keep-all"]}.items():
            def check(name=name, source=source, form=form, options=options):
                if form == "script":
                    program = [BIN / "cljvm", "-cp", source, "-m", f"{name}.main"]
                else:
                    built = SCRATCH / f"{name}-{form}{'.cljb' if form == 'bundle' else ''}"
                    status, out, err = run([BIN / "cljc", "build", "-cp", source, "-m", f"{name}.main", "-o", built, *options])
                    if status != 0 or out:
                        return f"cljc build: {out}{err}"
                    program = [BIN / "cljvm", built] if form == "bundle" else [built]
                head, expected = sessions.parse(ROOT / "examples" / name / "session.test")
                got = sessions.play(name, program)
                return first_difference(sessions.render(head, expected), sessions.render(head, got))
            yield f"{name} {form}", check


# -- Random forms with the JVM's answers -----------------------------------------------------------

@group
def random_forms():
    """tests/oracle/random_forms.jsonl: forms that tests/oracle/fuzz made, with what JVM Clojure answered."""
    def check():
        status, out, err = run([ROOT / "tests" / "oracle" / "fuzz", "--check", ROOT / "tests" / "oracle" / "random_forms.jsonl"])
        return "" if status == 0 else (out + err)[:3000]
    yield "the recorded forms are answered as JVM Clojure answers them", check


# -- Golden tests: cljc build --dump -------------------------------------------------------------

@group
def golden():
    """tests/golden/<stage>/*.clj: what `cljc build --dump=<stage>` prints."""
    for stage in ("read", "expand", "ast", "bytecode"):
        for source in sorted((ROOT / "tests" / "golden" / stage).glob("*.clj")):
            if not source.with_suffix(".expected").exists():
                continue  # the unit tests of the reader and the analyzer have goldens of their own
            def check(stage=stage, source=source):
                _, out, err = run([BIN / "cljc", "build", f"--dump={stage}", source.name], cwd=source.parent)
                if err:
                    return err
                return first_difference(source.with_suffix(".expected").read_text(), out)
            yield f"{stage} {source.stem}", check


# -- Command line: tests/cli/*.test ----------------------------------------------------------------

@group
def cli():
    """tests/cli/*.test: shell sessions in an empty folder; `...` in a line stands for anything."""
    for file in sorted((ROOT / "tests" / "cli").glob("*.test")):
        def check(file=file):
            folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
            env = {"PATH": f"{BIN}:{os.environ['PATH']}", "ROOT": str(ROOT), "HOME": str(folder),
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


# -- Lint: tests/lint/<rule>/{flag,ok}.clj ---------------------------------------------------------

def lint_findings(rule, source):
    """The lines on which the rule has findings, or a fault as text."""
    status, out, err = run([BIN / "cljc", "check", "--format=json", f"--level={rule}=warning", source.name],
                           cwd=source.parent)
    if status not in (0, 2, 3) or err:
        return f"exit status {status}\n{out}{err}"
    return sorted({f["line"] for f in json.loads(out) if f["rule"] == rule})


@group
def lint():
    """Every rule flags exactly the lines of flag.clj that end in `; !`, and none of ok.clj."""
    status, out, err = run([BIN / "cljc", "check", "--rules"])
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


# -- The build itself ------------------------------------------------------------------------------

@group
def layering():
    """An edge that the component table does not allow fails the configure step."""
    def check():
        folder = SCRATCH / "layering"
        (folder / "low" / "src").mkdir(parents=True)
        (folder / "high" / "src").mkdir(parents=True)
        (folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.25)\nproject(layering LANGUAGES CXX)\n"
            f"include({ROOT}/cmake/components.cmake)\n"
            "clj_component(high LAYER 3 DIR high)\nclj_component(low LAYER 1 DIR low DEPS high)\n")
        status, out, err = run(["cmake", "-S", folder, "-B", folder / "build"])
        if status == 0:
            return "an upward edge was accepted"
        return "" if "may not depend on" in err else err
    yield "an upward edge fails the configure step", check

    def check_lean():
        status, out, err = run(["nm", "-C", BUILD / "bare" / "cljvm-lean"])
        compiler = [line for line in out.splitlines() if re.search(r"clj::(analyze|emit|tree|driver)::", line)]
        return err if status != 0 else "\n".join(compiler[:5])
    yield "the lean stub holds nothing of the compiler", check_lean

    def check_tail_calls():
        """A handler that calls the next one instead of jumping to it would use up the stack. gcc 12 has no attribute that demands the jump."""
        status, out, err = run(["objdump", "-dr", "--no-show-raw-insn", next(BUILD.rglob("vm/exec/src/interpreter.cpp.o"))])
        if status != 0:
            return err
        handlers = r"handlersE|(?:op|slow|call|new|host_call)_?\w*E(?:mmm|PKjPN)"
        lines = out.splitlines()
        calls = [relocation.split()[-1] for call, relocation in zip(lines, lines[1:])
                 if "\tcall " in call and "R_X86_64" in relocation and re.search(handlers, relocation)]
        jumps = sum("\tjmp " in jump and "handlersE" in relocation for jump, relocation in zip(lines, lines[1:]))
        return f"called: {calls}" if calls else "" if jumps > 100 else f"only {jumps} handlers end in a jump; how do they end?"
    yield "the interpreter's handlers end in jumps", check_tail_calls

    def check_paths():
        """A path that goes to the system as it is ends at its first NUL character there: system_path (clj/base/file.h)."""
        calls = r"(?:::|\b)(?:open|stat|lstat|access|mkdir|rmdir|unlink|remove|rename|opendir|realpath|chmod|readlink|utimensat)\([^;]*?\b(?!link\b|temporary\b)\w+\.c_str\(\)"
        found = [f"{path.relative_to(ROOT)}: {call}" for path in sorted((ROOT / "runtime").glob("*/src/**/*.cpp"))
                 for call in re.findall(calls, path.read_text())]
        return "\n".join(found)
    yield "paths go to the system through system_path", check_paths

    def check_hot_functions():
        """Functions that are gone, or renamed, would be packed one after another."""
        listed = re.findall(r"\.text\.(\S+)\)", (ROOT / "cmake" / "hot_code.ld").read_text())
        known = set()
        for program in ("cljvm", "cljvm-lean"):
            status, out, err = run(["nm", BUILD / "bare" / program])
            if status != 0:
                return err
            known |= {line.split()[-1] for line in out.splitlines()}
        gone = [name for name in listed if name not in known]
        if len(gone) > len(listed) / 20:
            return f"{len(gone)} of {len(listed)} functions of cmake/hot_code.ld are gone; run scripts/hot_functions"
    yield "the list of hot functions is up to date", check_hot_functions

    def check_hello_is_hot():
        """A fault that unpacks code or a part of the image kills a process in which its signal is blocked."""
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder) / "hello"
            status, out, err = run([BIN / "cljc", "build", ROOT / "bench" / "hot" / "hello.clj", "-m", "hello", "-o", program])
            if status != 0:
                return err
            done = subprocess.run([program], capture_output=True, text=True,
                                  preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGSEGV}))
            if done.returncode == -signal.SIGSEGV:
                return "hello world unpacks what is rarely used; run scripts/hot_functions --add"
            return first_difference("Hello, world\n", done.stdout)
    yield "hello world runs hot functions only", check_hello_is_hot

    def check_named_by_runtime():
        """What C++ names of classes written in Clojure is in the table that keeps it in boot images."""
        classes, words, made, members, called = set(), set(), set(), set(), set()
        for folder in ("runtime", "vm"):
            for path in (ROOT / folder).rglob("*"):
                if path.suffix not in (".cpp", ".inc", ".h"):
                    continue
                text = re.sub(r"implements\([^;{]*", "", path.read_text())  # a question makes nothing
                classes |= set(re.findall(r'"((?:java|clojure)\.[\w.$]+)"', text))
                words |= set(re.findall(r'"([a-z]\w*)"', text))
                if path.parent.name == "main":  # of programs with the compiler
                    continue
                for line in re.findall(r"^.*\b(?:intern_var|native|find_interned_var|protocol_function)\(.*$", text, re.M):
                    ns = "clojure.core.protocols" if "protocol_function" in line else "clojure.core"
                    called |= {f"{ns}/{name}" for name in re.findall(r'"([^"\s]+)"', line)
                               if name not in ("clojure.core", "-main", "map->")}
        for path in (ROOT / "stdlib").rglob("*.clj"):
            text = path.read_text()
            made |= set(re.findall(r"\((?:defclass|defenum|def-[\w-]+-class)\s+([\w.$]+)", text))
            if "host" in path.parts:
                members |= set(re.findall(r"\((?:~')?([a-z]\w*) \(?\[", text))
        symbols = re.findall(r'CLJ_SYMBOL\(\w+, "", "(\w+)"', "".join(
            path.read_text() for path in (ROOT / "runtime" / "core" / "include").rglob("*.def")))
        table = (ROOT / "compiler" / "driver" / "src" / "named_by_runtime.def").read_text()
        known = set(re.findall(r'^CLJ_(?:VAR|CLASS|MEMBER)\("(\S+)"\)', table, re.M)) | set(symbols)
        known |= {"fn", "let", "loop"}  # forms
        known |= {"create", "init"}     # of records, and of namespaces: static
        missing = ((classes & made) | (words & members) | called) - known
        return "not in named_by_runtime.def: " + ", ".join(sorted(missing)) if missing else ""
    yield "what the runtime names of the library is in its table", check_named_by_runtime


@group
def docs():
    """Pages name only files that exist, and the page of public vars is up to date."""
    def check():
        status, out, err = run(["python3", ROOT / "tests" / "docs_check.py"])
        return "" if status == 0 else out + err
    yield "every file that a page names exists", check

    def vars_check():
        status, out, err = run([ROOT / "scripts" / "core-vars", "--check"])
        return "" if status == 0 else out + err
    yield "docs/core-vars.md compares the public vars as they are", vars_check


@group
def instructions():
    """bench/gate: instruction counts of small programs against bench/gate.counts, at most 3 % more."""
    def check():
        status, out, err = run([ROOT / "bench" / "gate"], timeout=600)
        return "" if status == 0 else out + err
    yield "no program of bench/gate_programs takes more instructions", check


@group
def costs():
    """tests/costs: what operations on collections and functions on seqs cost at n and at 16 n, counted in instructions."""
    def check():
        status, out, err = run([ROOT / "tests" / "costs" / "costs", BUILD], timeout=900)
        return "" if status == 0 else out + err
    yield "no cost grows faster than it should", check


@group
def demo():
    """scripts/demo, from the README, prints the table of words."""
    def check():
        status, out, err = run([ROOT / "scripts" / "demo"], timeout=1200)
        expected = (ROOT / "examples" / "wordfreq" / "expected.txt").read_text()
        return "" if status == 0 and out.endswith(expected) else (out + err)[-2000:]
    yield "prints what JVM Clojure prints", check


# -- Running ---------------------------------------------------------------------------------------

def main():
    global BUILD, BIN
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--filter", default="")
    parser.add_argument("--preset", default=BUILD.name)
    parser.add_argument("--no-build", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    wanted = [g for g in options.only.split(",") if g]
    BUILD = ROOT / "build" / options.preset
    BIN = BUILD / "bin"
    if not options.no_build:
        build(options.preset)
    passed, failures = 0, []
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for name, tests in GROUPS:
            if wanted and name not in wanted:
                continue
            start, before = time.monotonic(), len(failures)
            todo = [(test, check) for test, check in tests() if options.filter in test]
            for (test, _), fault in zip(todo, pool.map(lambda t: t[1](), todo)):
                if fault:
                    failures.append(f"{name}: {test}")
                    print(f"FAILED {name}: {test}\n    {fault}", flush=True)
                else:
                    passed += 1
                    if options.verbose:
                        print(f"ok {name}: {test}")
            failed = len(failures) - before
            print(f"{name}: {len(todo) - failed} of {len(todo)} passed, {time.monotonic() - start:.0f} s", flush=True)
    shutil.rmtree(SCRATCH, ignore_errors=True)
    for failure in failures:
        print(f"failed: {failure}")
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
