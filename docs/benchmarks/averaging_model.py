"""Fits what partitions bring, and reckons it for more workers than were measured.

    python3 docs/benchmarks/averaging_model.py 1=one/curves.csv 2=two/curves.csv 4=four/curves.csv 16=sixteen/curves.csv

Loss after s steps of each of P partitions: a + b s^-c + v s^d / P. The first part is what steps bring however many partitions
there are, the last the noise of single partitions, which their mean divides by P. It is fitted to at most four partitions;
further ones are only compared with it.
"""
import csv
import math
import sys

FIRST = 150  # Before, the loss falls in another way.
FITTED = 4
PARAMETERS = 30_662
VECTORS = 3  # weights and Adam's two moments
STEP = 0.0098  # seconds of a step of 2,048 characters on one core: task time over steps of the run with 16 partitions
BANDWIDTH = 125e6  # bytes a second: a network of 1 Gbit/s
START = 0.1  # seconds of Spark for a round
TASK = 0.002  # seconds of the driver for a task


def curve(file):
    with open(file, encoding="utf-8") as lines:
        rows = [(int(row["step"]), float(row["validationLoss"])) for row in csv.DictReader(lines) if row["validationLoss"]]
    return [(step, loss) for step, loss in rows if step >= FIRST]


def least_squares(rows):
    """Solves y = x·w for the w of the least squared error, by the normal equations; w and that error."""
    n = len(rows[0][0])
    m = [[sum(x[i] * x[j] for x, _ in rows) for j in range(n)] + [sum(x[i] * y for x, y in rows)] for i in range(n)]
    for i in range(n):
        m[i] = [value / m[i][i] for value in m[i]]
        for k in range(n):
            if k != i:
                m[k] = [value - m[k][i] * pivot for value, pivot in zip(m[k], m[i])]
    w = [row[n] for row in m]
    return w, sum((sum(a * b for a, b in zip(x, w)) - y) ** 2 for x, y in rows)


def fit(curves):
    points = [(s, p, y) for p, rows in curves.items() if p <= FITTED for s, y in rows]
    best = None
    for c in (i / 50 for i in range(10, 60)):
        for d in (i / 20 for i in range(0, 15)):
            w, error = least_squares([((1, s**-c, s**d / p), y) for s, p, y in points])
            if best is None or error < best[0]:
                best = error, w, c, d
    _, (a, b, v), c, d = best
    print(f"loss = {a:.3f} + {b:.3f} s^-{c:.2f} + {v:.5f} s^{d:.2f} / P")
    return lambda s, p: a + b * s**-c + v * s**d / p


def steps_to(loss, wanted, p):
    return next((s for s in range(FIRST, 1_000_000) if loss(s, p) <= wanted), math.inf)


def seconds_between(workers):
    """Every worker sends its state to a group; the driver takes the groups' sums in 64 bits and sends the mean out again."""
    state = 4 * VECTORS * PARAMETERS
    group = math.ceil(math.sqrt(workers))
    sent = 0 if workers == 1 else group * state + 2 * group * state + 2 * state
    return START + TASK * workers + sent / BANDWIDTH


def main(arguments):
    curves = {int(count): curve(file) for count, file in (argument.split("=") for argument in arguments)}
    loss = fit(curves)
    for p, points in sorted(curves.items()):
        worst = max(abs(loss(s, p) - y) for s, y in points)
        s, y = points[-1]
        print(f"{p} partitions: {y:.4f} after {s} steps, model {loss(s, p):.4f}; off by {worst:.4f} at most")
    wanted = loss(curves[1][-1][0], 1)
    one = steps_to(loss, wanted, 1)
    print(f"to {wanted:.3f}, which one process reaches in {one} steps:")
    for p in (1, 2, 4, 16, 64, 1000):
        steps = steps_to(loss, wanted, p)
        faster = [one * STEP / (steps * (STEP + seconds_between(p) / k)) for k in (50, 1000)]
        print(
            f"{p} workers: {2 * p * 4 * VECTORS * PARAMETERS / 1e6:.1f} MB and {seconds_between(p):.2f} s between two rounds, "
            f"{steps} steps, {steps * p / one:.1f} times the characters; "
            f"{faster[0]:.2f} times as fast in rounds of 50, {faster[1]:.2f} in rounds of 1,000"
        )


main(sys.argv[1:])
