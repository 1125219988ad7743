"""The rules of the code base itself: layers, what executables hold, tables and pages that say what is there."""
import pathlib
import re
import signal
import subprocess
import tempfile

from harness import ROOT, SCRATCH, binary, build_folder, first_difference, group, run


def check_upward_edge():
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


def check_lean():
    status, out, err = run(["nm", "-C", build_folder() / "bare" / "cljvm-lean"])
    compiler = [line for line in out.splitlines() if re.search(r"clj::(analyze|emit|tree|driver)::", line)]
    return err if status != 0 else "\n".join(compiler[:5])


def check_tail_calls():
    """A handler that calls the next one instead of jumping to it would use up the stack. gcc 12 has no attribute that demands the jump."""
    status, out, err = run(["objdump", "-dr", "--no-show-raw-insn", next(build_folder().rglob("vm/exec/src/interpreter.cpp.o"))])
    if status != 0:
        return err
    handlers = r"handlersE|(?:op|slow|call|new|host_call)_?\w*E(?:mmm|PKjPN)"
    lines = out.splitlines()
    calls = [relocation.split()[-1] for call, relocation in zip(lines, lines[1:])
             if "\tcall " in call and "R_X86_64" in relocation and re.search(handlers, relocation)]
    jumps = sum("\tjmp " in jump and "handlersE" in relocation for jump, relocation in zip(lines, lines[1:]))
    return f"called: {calls}" if calls else "" if jumps > 100 else f"only {jumps} handlers end in a jump; how do they end?"


def check_paths():
    """A path that goes to the system as it is ends at its first NUL character there: system_path (clj/base/file.h)."""
    calls = r"(?:::|\b)(?:open|stat|lstat|access|mkdir|rmdir|unlink|remove|rename|opendir|realpath|chmod|readlink|utimensat)\([^;]*?\b(?!link\b|temporary\b)\w+\.c_str\(\)"
    found = [f"{path.relative_to(ROOT)}: {call}" for path in sorted((ROOT / "runtime").glob("*/src/**/*.cpp"))
             for call in re.findall(calls, path.read_text())]
    return "\n".join(found)


def check_hot_functions():
    """Functions that are gone, or renamed, would be packed one after another."""
    listed = re.findall(r"\.text\.(\S+)\)", (ROOT / "cmake" / "hot_code.ld").read_text())
    known = set()
    for program in ("cljvm", "cljvm-lean"):
        status, out, err = run(["nm", build_folder() / "bare" / program])
        if status != 0:
            return err
        known |= {line.split()[-1] for line in out.splitlines()}
    gone = [name for name in listed if name not in known]
    if len(gone) > len(listed) / 20:
        return f"{len(gone)} of {len(listed)} functions of cmake/hot_code.ld are gone; run scripts/hot_functions"


def check_hello_is_hot():
    """A fault that unpacks code or a part of the image kills a process in which its signal is blocked."""
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder) / "hello"
        status, out, err = run([binary("cljc"), "build", ROOT / "bench" / "hot" / "hello.clj", "-m", "hello", "-o", program])
        if status != 0:
            return err
        done = subprocess.run([program], capture_output=True, text=True,
                              preexec_fn=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGSEGV}))
        if done.returncode == -signal.SIGSEGV:
            return "hello world unpacks what is rarely used; run scripts/hot_functions --add"
        return first_difference("Hello, world\n", done.stdout)


def check_named_by_runtime():
    """What C++ names of classes written in Clojure is in the table that keeps it in boot images."""
    classes, words, names, made, members, called = set(), set(), set(), set(), set(), set()
    for folder in ("runtime", "vm"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix not in (".cpp", ".inc", ".h"):
                continue
            text = re.sub(r"implements\([^;{]*", "", path.read_text())  # a question makes nothing
            classes |= set(re.findall(r'"((?:java|clojure)\.[\w.$]+)"', text))
            words |= set(re.findall(r'"([a-z]\w*)"', text))
            names |= set(re.findall(r'"([^"\s]+)"', text))
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
    rows = set(re.findall(r'^CLJ_(?:VAR|CLASS|MEMBER)\("(\S+)"\)', table, re.M))
    idle = sorted(row for row in rows if row.split("/", 1)[-1] not in names)
    if idle:
        return "named_by_runtime.def has what nothing names: " + ", ".join(idle)
    known = rows | set(symbols)
    known |= {"fn", "let", "loop"}  # forms
    known |= {"create", "init"}     # of records, and of namespaces: static
    missing = ((classes & made) | (words & members) | called) - known
    return "not in named_by_runtime.def: " + ", ".join(sorted(missing)) if missing else ""


@group
def layering():
    """What the build promises of the sources and of the programs it makes."""
    yield "an upward edge fails the configure step", check_upward_edge
    yield "the lean stub holds nothing of the compiler", check_lean
    yield "the interpreter's handlers end in jumps", check_tail_calls
    yield "paths go to the system through system_path", check_paths
    yield "the list of hot functions is up to date", check_hot_functions
    yield "hello world runs hot functions only", check_hello_is_hot
    yield "what the runtime names of the library is in its table", check_named_by_runtime


def check_pipeline():
    """docs/pipeline.md follows one form; each block is what `cljc build --dump` prints of it, or its end."""
    page = (ROOT / "docs" / "pipeline.md").read_text()
    folder = pathlib.Path(tempfile.mkdtemp(dir=SCRATCH))
    (folder / "add.clj").write_text(re.search(r"```clojure\n(.*?\n)```", page, re.S).group(1))
    for stage, start in ("ast", "def "), ("bytecode", "user/add\n"):
        _, out, err = run([binary("cljc"), "build", f"--dump={stage}", "add.clj"], cwd=folder)
        block = re.search(rf"```\n({start}.*?)```", page, re.S).group(1)
        if err or not out.rstrip().endswith(block.rstrip()):
            return f"{stage}: {err}{first_difference(block, out)}"
    return ""


@group
def docs():
    """Pages name only files that exist, and show what is so."""
    def check():
        status, out, err = run(["python3", ROOT / "tests" / "docs_check.py"])
        return "" if status == 0 else out + err
    yield "every file that a page names exists", check

    def vars_check():
        status, out, err = run([ROOT / "scripts" / "core-vars", "--check"])
        return "" if status == 0 else out + err
    yield "docs/core-vars.md compares the public vars as they are", vars_check
    yield "docs/pipeline.md shows what the stages print", check_pipeline
