"""Writes a text of any length that looks like the bundled ones and hardly ever repeats itself.

    python3 docs/benchmarks/markov_text.py 100000000 > text.txt

Every character is drawn from those that follow the last five in the bundled texts, by a fixed seed.
"""
import collections
import pathlib
import random
import sys

ORDER = 5


def main(length):
    folder = pathlib.Path(__file__).parents[2] / "corpora"
    text = "".join((folder / name).read_text(encoding="utf-8") for name in ("drama.txt", "tales.txt", "plants.txt"))
    followers = collections.defaultdict(list)
    for i, character in enumerate(text):
        # The text is a ring, so that every context has a character behind it.
        followers["".join(text[(i - ORDER + k) % len(text)] for k in range(ORDER))].append(character)
    draw = random.Random(1).random
    context = text[-ORDER:]
    block = []
    for _ in range(length):
        behind = followers[context]
        character = behind[int(draw() * len(behind))]
        block.append(character)
        context = context[1:] + character
        if len(block) == 1 << 20:
            sys.stdout.write("".join(block))
            block.clear()
    sys.stdout.write("".join(block))


main(int(sys.argv[1]))
