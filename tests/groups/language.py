"""Programs with the output that JVM Clojure gave, in every mode; what memory they may take; forms and calls made at random."""
from harness import ROOT, SCRATCH, binary, first_difference, group, run


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
    return language_mode("vm", lambda s: run([binary("cljvm"), s], cwd=s.parent))


@group
def language_tree():
    """The same on the tree evaluator."""
    return language_mode("tree", lambda s: run([binary("cljvm"), "--backend=tree", s], cwd=s.parent, timeout=300))


@group
def language_stress():
    """The same with a collection at every allocation."""
    def command(source):
        # Scanning a stack of millions of frames at each allocation would take hours.
        period = 50000 if source.name == "deep_recursion.clj" else 1
        return run([binary("cljvm"), source], cwd=source.parent, timeout=600,
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
        status, out, err = run([binary("cljc"), "build", source, "-o", bundle], cwd=source.parent)
        if status != 0 or out:
            return status, out, "cljc build: " + err
        return run([binary("cljvm"), bundle], cwd=source.parent)
    return language_mode("bundle", command)


@group
def language_executable():
    """The same linked into an executable."""
    def command(source):
        program = scratch_name(source, "")
        status, out, err = run([binary("cljc"), "build", source, "-o", program], cwd=source.parent)
        if status != 0 or out:
            return status, out, "cljc build: " + err
        result = run([program], cwd=source.parent)
        program.unlink()
        return result
    return language_mode("executable", command)


@group
def memory():
    """tests/memory in a heap of 24 MiB: what is walked or dropped must not stay alive."""
    options = {"CLJVM_GC": f"max_heap_bytes={24 << 20}"}
    for source in sorted((ROOT / "tests" / "memory").glob("*.clj")):
        def check(source=source):
            _, out, err = run([binary("cljvm"), source], env=options, timeout=300)
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
                status, out, err = run([binary("cljvm"), source, what, str(seed), "4000"], cwd=folder, env=options, timeout=300)
                if status == 0 and out == "all calls ended\n":
                    return ""
                return f"exit status {status}: {(folder / 'calls.log').read_text().splitlines()[-1]}\n    {err[-600:]}"
            yield f"{what} {seed}", check


@group
def random_forms():
    """tests/oracle/random_forms.jsonl: forms that tests/oracle/fuzz made, with what JVM Clojure answered."""
    def check():
        status, out, err = run([ROOT / "tests" / "oracle" / "fuzz", "--check", ROOT / "tests" / "oracle" / "random_forms.jsonl"])
        return "" if status == 0 else (out + err)[:3000]
    yield "the recorded forms are answered as JVM Clojure answers them", check
