from harness import measure


def escape_time(cr, ci, limit):
    zr, zi, n = 0.0, 0.0, 0
    while True:
        rr, ii = zr * zr, zi * zi
        if rr + ii > 4.0 or n == limit:
            return n
        zr, zi, n = rr - ii + cr, 2.0 * zr * zi + ci, n + 1


measure(lambda: sum(escape_time(x * 0.01875 - 2.2, y * 0.02 - 1.2, 100) for y in range(120) for x in range(160)))
