"""Libraries and examples as scripts, bundles and executables."""
import libraries as library_table
import sessions
from harness import ROOT, SCRATCH, binary, first_difference, group, run


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
                    status, out, err = run([binary("cljvm"), "-cp", class_path, source.name], cwd=source.parent)
                else:
                    status, out, err = run([binary("cljc"), "build", "-cp", class_path, source.name, "-o", program],
                                           cwd=source.parent)
                    if status != 0 or out:
                        return f"cljc build: {out}{err}"
                    run_it = [binary("cljvm"), program] if mode == "bundle" else [program]
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


@group
def examples():
    """examples/*/session.test: real programs in every form print what they print on JVM Clojure."""
    for name in sessions.examples():
        source = ROOT / "examples" / name / "src"
        for form, options in {"script": None, "bundle": [], "executable": [], "full": ["--full", "--keep-all"]}.items():
            def check(name=name, source=source, form=form, options=options):
                if form == "script":
                    program = [binary("cljvm"), "-cp", source, "-m", f"{name}.main"]
                else:
                    built = SCRATCH / f"{name}-{form}{'.cljb' if form == 'bundle' else ''}"
                    status, out, err = run([binary("cljc"), "build", "-cp", source, "-m", f"{name}.main", "-o", built, *options])
                    if status != 0 or out:
                        return f"cljc build: {out}{err}"
                    program = [binary("cljvm"), built] if form == "bundle" else [built]
                head, expected = sessions.parse(ROOT / "examples" / name / "session.test")
                got = sessions.play(name, program)
                return first_difference(sessions.render(head, expected), sessions.render(head, got))
            yield f"{name} {form}", check


@group
def demo():
    """scripts/demo, from the README, prints the table of words."""
    def check():
        status, out, err = run([ROOT / "scripts" / "demo"], timeout=1200)
        expected = (ROOT / "examples" / "wordfreq" / "expected.txt").read_text()
        return "" if status == 0 and out.endswith(expected) else (out + err)[-2000:]
    yield "prints what JVM Clojure prints", check
