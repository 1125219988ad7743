"""The counterpart of bench/harness.clj: times `run` and prints the line that bench/compare reads."""
import sys
import time


def measure(run):
    runs, seconds = int(sys.argv[1]), float(sys.argv[2])
    n, first, best, begin = 0, 0.0, 1e12, time.perf_counter()
    while not (n >= runs and (n == 1 or time.perf_counter() - begin > seconds)):
        start = time.perf_counter()
        value = run()
        ms = (time.perf_counter() - start) * 1000
        first = first or ms
        best = min(best, ms)
        n += 1
    print("@", first, best, value)
