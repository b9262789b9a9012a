"""Fits how many steps partitions spare, and reckons what more workers would bring.

    python3 docs/benchmarks/averaging_model.py 1=one/curves.csv 2=two/curves.csv 4=four/curves.csv 16=sixteen/curves.csv

Loss after s steps of each of P partitions: a + b (s P^alpha)^-c. a, b and c are fitted to one partition, alpha to those from 2 to
4; further ones are only compared with it.
"""
import csv
import math
import sys

FIRST = 150  # Before, the loss falls in another way.
FITTED = 4
PARAMETERS = 33_872
VECTORS = 3  # weights and Adam's two moments
ROUND = 50
STEP = 0.0035  # seconds of a step of 2,048 characters, on one core
BANDWIDTH = 125e6  # bytes a second: a network of 1 Gbit/s
START = 0.1  # seconds of Spark for a round
TASK = 0.002  # seconds of the driver for a task


def curve(file):
    with open(file, encoding="utf-8") as lines:
        rows = [(int(row["step"]), float(row["validationLoss"])) for row in csv.DictReader(lines) if row["validationLoss"]]
    return [(step, loss) for step, loss in rows if step >= FIRST]


def line(points):
    """Least squares y = a + b x, and the squared error."""
    n = len(points)
    mx = sum(x for x, _ in points) / n
    my = sum(y for _, y in points) / n
    b = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    a = my - b * mx
    return a, b, sum((a + b * x - y) ** 2 for x, y in points)


def seconds_of_round(workers):
    """Every worker sends its state to a group; the driver takes the groups' sums in 64 bits and sends the mean out again."""
    state = 4 * VECTORS * PARAMETERS
    group = math.ceil(math.sqrt(workers))
    sent = 0 if workers == 1 else group * state + 2 * group * state + 2 * state
    return ROUND * STEP + START + TASK * workers + sent / BANDWIDTH


def main(arguments):
    curves = {int(count): curve(file) for count, file in (argument.split("=") for argument in arguments)}
    c = min((i / 1000 for i in range(50, 2000)), key=lambda c: line([(s**-c, y) for s, y in curves[1]])[2])
    a, b, _ = line([(s**-c, y) for s, y in curves[1]])
    print(f"loss = {a:.3f} + {b:.3f} (s P^alpha)^-{c:.3f}")

    def loss(steps, partitions, alpha):
        return a + b * (steps * partitions**alpha) ** -c

    def error(alpha, counts):
        return sum((loss(s, p, alpha) - y) ** 2 for p in counts for s, y in curves[p])

    fitted = [p for p in curves if 1 < p <= FITTED]
    alpha = min((i / 1000 for i in range(0, 1000)), key=lambda alpha: error(alpha, fitted))
    print(f"alpha = {alpha:.3f}")
    for p, points in sorted(curves.items()):
        worst = max(abs(loss(s, p, alpha) - y) for s, y in points)
        s, y = points[-1]
        print(f"{p} partitions: measured {y:.4f} after {s} steps, model {loss(s, p, alpha):.4f}; off by {worst:.4f} at most")
    base = seconds_of_round(1) - START - TASK
    for p in (1, 2, 4, 16, 64, 1000):
        fewer = p**alpha
        faster = fewer * base / seconds_of_round(p)
        state = 4 * VECTORS * PARAMETERS
        print(
            f"{p} workers: {2 * p * state / 1e6:.1f} MB a round, {seconds_of_round(p):.2f} s a round, "
            f"{fewer:.2f} times fewer steps, {faster:.2f} times as fast, rounds of 1,000 steps "
            f"{fewer * 1000 * STEP / (seconds_of_round(p) + (1000 - ROUND) * STEP):.2f}"
        )


main(sys.argv[1:])
