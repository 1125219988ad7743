"""The plot of docs/benchmarks.svg: a row per program, its time divided by the JVM's, on a log scale."""
import math
from xml.sax.saxutils import escape

LEFT, WIDTH, ROW, TOP = 190, 560, 15, 46
LEAST, MOST = 0.02, 64.0


def x_of(ratio):
    ratio = min(max(ratio, LEAST), MOST)
    return LEFT + WIDTH * (math.log(ratio) - math.log(LEAST)) / (math.log(MOST) - math.log(LEAST))


def text(x, y, string, anchor="start", size=10, weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-family="sans-serif" font-size="{size}" '
            f'text-anchor="{anchor}" font-weight="{weight}" fill="#333">{escape(string)}</text>')


def svg(rows):
    """rows: (group, program, ratio of the first runs, ratio of the best runs); a ratio may be None."""
    parts, y, group = [], TOP, None
    for row_group, program, first, best in rows:
        if row_group != group:
            y += ROW
            parts.append(text(8, y, row_group, size=11, weight="bold"))
            y += ROW
            group = row_group
        parts.append(text(LEFT - 6, y, program, anchor="end"))
        if first and best:
            parts.append(f'<line x1="{x_of(first):.1f}" y1="{y - 3.5:.1f}" x2="{x_of(best):.1f}" y2="{y - 3.5:.1f}" stroke="#bbb"/>')
        for ratio, fill in ((first, "#ffffff"), (best, "#2b6cb0")):
            if ratio:
                parts.append(f'<circle cx="{x_of(ratio):.1f}" cy="{y - 3.5:.1f}" r="3.5" fill="{fill}" stroke="#2b6cb0"/>')
        y += ROW
    height = y + 10
    axis = []
    for tick in (1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32, 64):
        x = x_of(tick)
        axis.append(f'<line x1="{x:.1f}" y1="{TOP - 6}" x2="{x:.1f}" y2="{height - 8}" stroke="{"#888" if tick == 1 else "#eee"}"/>')
        axis.append(text(x, TOP - 10, f"{tick:g}" if tick >= 1 else f"1/{round(1 / tick)}", anchor="middle"))
    head = text(8, 16, "Time divided by JVM Clojure's: first run (hollow) and best run (filled); left of 1 is faster", size=12)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 30}" height="{height}">\n'
            f'<rect width="100%" height="100%" fill="white"/>\n' + "\n".join([head, *axis, *parts]) + "\n</svg>\n")
