"""Instructions that programs and operations take."""
from harness import ROOT, build_folder, group, run


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
        status, out, err = run([ROOT / "tests" / "costs" / "costs", build_folder()], timeout=900)
        return "" if status == 0 else out + err
    yield "no cost grows faster than it should", check
