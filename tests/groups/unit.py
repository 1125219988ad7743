"""Unit tests, and fuzz targets on their seeds."""
import re

from harness import ROOT, SCRATCH, binary, build, build_folder, group, run


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
    return unit_tests(build_folder().name)


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
                    status, out, err = run([binary("cljc"), "build", seed, "-o", bundle])
                    if status != 0:
                        return out + err
                seeds = bundles
            status, out, err = run([ROOT / "build" / "dev" / "bin" / f"fuzz_{folder.name}", *seeds], timeout=900)
            return "" if status == 0 and seeds else (out + err)[-2500:]
        yield folder.name, check
