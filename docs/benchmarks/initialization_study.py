#!/usr/bin/env python3
"""Races starting weights, learning rates and shapes of networks against each other, and prints a table.

usage: initialization_study.py [--jar FILE] [--text FILE]... [--task NAME]... [--cells LIST] [--schemes LIST]
                               [--layers LIST] [--hidden LIST] [--rates LIST] [--seeds LIST] [--steps N] [--full]

Every combination is one run of "java -jar unroll.jar train ... --metrics", with one thread and everything else as the
program has it by default (a task: as it starts from). LISTs are written with commas. Without --text and --task it takes the
bundled play and two texts that it makes itself, one Chinese and one of emoji. --full is the whole grid: all cells and
schemes, 1 to 4 layers, 32 to 512 units, three seeds; it takes days on one core, so give it a machine of its own.

Columns: the training loss in nats around steps 50, 100, 200 and 500 (mean of the last 10 steps), the plateau (the
step at which that mean is first 0.3 below the entropy of the symbols' frequencies, for a task below its first loss), and the
validation loss at the end.
"""
import argparse
import itertools
import json
import math
import random
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
MARKS = (50, 100, 200, 500)
BELOW_ENTROPY = 0.3
CELLS = {"elman": ["--cell", "elman"], "elman-relu": ["--cell", "elman", "--activation", "relu"],
         "gru": ["--cell", "gru"], "lstm": ["--cell", "lstm"]}


def chinese(length):
    """Sentences of a small grammar: about 150 different characters."""
    draw = random.Random(1)
    who = "我 你 他 她 我们 你们 老师 学生 朋友 妈妈 爸爸 哥哥 妹妹 农民 医生 商人 国王 诗人 船长 孩子".split()
    when = "今天 昨天 明天 早上 晚上 春天 夏天 秋天 冬天 下午 每天 从前 后来 忽然".split()
    where = "在家里 在学校 在河边 在山上 在城里 在海边 在花园里 在路上 在桥下 在树林里 在市场 在窗前".split()
    does = "看见 喜欢 买了 找到 画了 忘记 带来 写了 听说 寻找 等待 打开 告诉 送给 种下 卖掉".split()
    which = "红色的 小小的 古老的 美丽的 奇怪的 安静的 金黄的 遥远的 温暖的 破旧的 聪明的 明亮的".split()
    what = "花 书 月亮 太阳 小船 信 鸟 猫 狗 马 山 河 雨 雪 茶 米 灯 桥 石头 苹果 衣服 故事 歌 梦 钥匙 星星 森林 村庄".split()
    link = "因为 所以 但是 然后 而且 如果 虽然 于是".split()

    def maybe(words, probability):
        return draw.choice(words) if draw.random() < probability else ""

    def clause():
        return (maybe(when, 0.5) + draw.choice(who) + maybe(where, 0.4) + draw.choice(does) + maybe(which, 0.5)
                + draw.choice(what))

    text = []
    while sum(map(len, text)) < length:
        more = "，" + draw.choice(link) + clause() if draw.random() < 0.5 else ""
        text.append(clause() + more + draw.choice("。。。！？") + ("\n" if draw.random() < 0.15 else ""))
    return "".join(text)[:length]


def emoji(length):
    """Runs through rings of eight, forward, in twos or backward, some of them mirrored."""
    draw = random.Random(1)
    rings = ["🍎🍐🍊🍋🍌🍉🍇🍓", "🐶🐱🐭🐹🐰🦊🐻🐼", "🚗🚕🚙🚌🚎🚓🚑🚒", "⚽🏀🏈⚾🎾🏐🏉🎱", "🌞🌝🌛🌜🌚🌕🌖🌗", "😀😃😄😁😆😅😂🤣"]
    text = []
    while sum(map(len, text)) < length:
        ring, start, step = draw.choice(rings), draw.randrange(8), draw.choice([1, 1, 1, 2, 7])
        word = "".join(ring[(start + i * step) % 8] for i in range(draw.randint(2, 6)))
        text.append(word + (word[::-1] if draw.random() < 0.3 else "") + draw.choice("  ❗\n"))
    return "".join(text)[:length]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)

    def listed(kind):
        return lambda text: [kind(part) for part in text.split(",")]

    parser.add_argument("--jar", type=Path, default=ROOT / "target" / "unroll.jar")
    parser.add_argument("--text", type=Path, action="append", default=[])
    parser.add_argument("--task", action="append", default=[])
    parser.add_argument("--cells", type=listed(str), default=["lstm", "gru", "elman", "elman-relu"])
    parser.add_argument("--schemes", type=listed(str), default=["uniform", "standard"])
    parser.add_argument("--layers", type=listed(int), default=[1])
    parser.add_argument("--hidden", type=listed(int), default=[128])
    parser.add_argument("--rates", type=listed(float), default=[0.002])
    parser.add_argument("--seeds", type=listed(int), default=[1])
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--full", action="store_true")
    chosen = parser.parse_args()
    if chosen.full:
        chosen.schemes = ["uniform", "standard", "glorot", "identity", "chrono"]
        chosen.layers, chosen.hidden, chosen.seeds = [1, 2, 3, 4], [32, 64, 128, 256, 512], [1, 2, 3]
        chosen.rates, chosen.steps = [0.001, 0.002, 0.005, 0.01], 1500
    if not chosen.jar.is_file():
        parser.error(f"{chosen.jar} is not there; build it with ./mvnw package, or say where it is with --jar.")
    return chosen


def data_sets(chosen, folder):
    """Name, options, and the loss that the plateau is counted from (None for a task)."""
    texts = list(chosen.text)
    if not texts and not chosen.task:
        texts = [ROOT / "corpora" / "drama.txt"]
        for made in (chinese, emoji):
            file = folder / f"{made.__name__}.txt"
            file.write_text(made(120_000), encoding="utf-8")
            texts.append(file)
    for text in texts:
        counts = Counter(text.read_text(encoding="utf-8"))
        total = sum(counts.values())
        yield text.stem, ["--corpus", str(text)], -sum(n / total * math.log(n / total) for n in counts.values())
    for task in chosen.task:
        yield task, ["--task", task], None


def run(chosen, options, metrics):
    """The training losses by step, and the last validation loss."""
    command = ["java", "-jar", str(chosen.jar), "train", *options, "--steps", str(chosen.steps), "--validate-every",
               str(chosen.steps), "--threads", "1", "--patience", "0", "--quiet", "--metrics", str(metrics)]
    finished = subprocess.run(command, capture_output=True, text=True)
    if finished.returncode:
        sys.exit(f"{' '.join(command)}\n{finished.stderr}")
    lines = [json.loads(line) for line in metrics.read_text(encoding="utf-8").splitlines()]
    metrics.unlink()
    return [line["trainLoss"] for line in lines], lines[-1].get("validationLoss", math.nan)


def row(losses, entropy):
    means = [statistics.fmean(losses[max(0, step - 9):step + 1]) for step in range(len(losses))]
    limit = (losses[0] if entropy is None else entropy) - BELOW_ENTROPY
    left = next((step + 1 for step, mean in enumerate(means) if step >= 9 and mean < limit), None)
    return [means[mark - 1] if mark <= len(means) else None for mark in MARKS], left


def main():
    chosen = arguments()
    print("data | cell | layers | hidden | rate | scheme | seed | " + " | ".join(f"step {mark}" for mark in MARKS)
          + " | plateau | validation")
    print("---|---|--:|--:|--:|---|--:|" + "--:|" * len(MARKS) + "--:|--:")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        grid = list(itertools.product(chosen.cells, chosen.layers, chosen.hidden, chosen.rates, chosen.schemes, chosen.seeds))
        for data, options, entropy in data_sets(chosen, folder):
            for cell, layers, hidden, rate, scheme, seed in grid:
                more = ["--layers", layers, "--hidden", hidden, "--learning-rate", rate, "--initialization", scheme, "--seed",
                        seed]
                losses, validation = run(chosen, [*options, *CELLS[cell], *map(str, more)], folder / "metrics.jsonl")
                marks, left = row(losses, entropy)
                figures = ["" if mark is None else f"{mark:.3f}" for mark in marks]
                print(" | ".join(map(str, [data, cell, layers, hidden, rate, scheme, seed, *figures, left or "not left",
                                           f"{validation:.3f}"])), flush=True)


if __name__ == "__main__":
    main()
