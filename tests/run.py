#!/usr/bin/env python3
"""Builds and runs every test; the last line is "N passed, M failed".

    tests/run.py [--only GROUP[,GROUP]] [--filter TEXT] [--preset NAME] [--no-build] [--verbose]

Groups are the functions of tests/groups/ that are decorated with @group, in their order. A group yields
tests: pairs of a name and a callable that returns "" or what went wrong. docs/testing.md says
what each group proves. --preset runs the programs of another optimized build, such as clang.
"""
import argparse
import concurrent.futures
import os
import pathlib
import shutil
import sys
import time

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent / folder) for folder in ("tools", "groups")]
import harness  # noqa: E402
import unit, language, programs, commands, structure, costs  # noqa: E401, E402, F401  (in this order they run)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="")
    parser.add_argument("--filter", default="")
    parser.add_argument("--preset", default=harness.preset)
    parser.add_argument("--no-build", action="store_true")
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    wanted = [g for g in options.only.split(",") if g]
    harness.preset = options.preset
    if not options.no_build:
        harness.build(options.preset)
    passed, failures = 0, []
    with concurrent.futures.ThreadPoolExecutor(max_workers=os.cpu_count() or 2) as pool:
        for name, tests in harness.GROUPS:
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
    shutil.rmtree(harness.SCRATCH, ignore_errors=True)
    for failure in failures:
        print(f"failed: {failure}")
    print(f"{passed} passed, {len(failures)} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
