#!/usr/bin/env python3
"""PyTorch on the work that Unroll's bench measures: one line of JSON.

usage: torch_peer.py training|sampling CELL HIDDEN LAYERS BATCH WINDOW THREADS COUNT

CELL is lstm, gru or elman. The vocabulary has 65 symbols, one-hot at the input. A training step is forward, backward,
clipping at norm 5 and an RMSprop update on random symbols that lie ready; COUNT steps are timed after five others.
Sampling writes COUNT characters at batch 1 and temperature 0.8, one after the other, twice; the second time counts.
"""

import json
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn.functional import cross_entropy, one_hot

VOCABULARY = 65
WARM_UP_STEPS = 5
CELLS = {"lstm": nn.LSTM, "gru": nn.GRU, "elman": nn.RNN}


class CharacterNetwork(nn.Module):
    def __init__(self, cell, hidden, layers):
        super().__init__()
        self.recurrent = CELLS[cell](VOCABULARY, hidden, layers)
        self.output = nn.Linear(hidden, VOCABULARY)

    def forward(self, one_hot_symbols, state=None):
        activations, state = self.recurrent(one_hot_symbols, state)
        return self.output(activations), state


def seconds(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def train(network, batch, window, steps):
    optimizer = torch.optim.RMSprop(network.parameters(), lr=2e-3, alpha=0.95)
    inputs = torch.randint(VOCABULARY, (window, batch))
    targets = torch.randint(VOCABULARY, (window, batch)).reshape(-1)

    def step():
        logits, _ = network(one_hot(inputs, VOCABULARY).float())
        loss = cross_entropy(logits.reshape(-1, VOCABULARY), targets)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()

    for _ in range(WARM_UP_STEPS):
        step()
    times = [seconds(step) for _ in range(steps)]
    median = statistics.median(times)
    return {
        "medianStepMillis": median * 1e3,
        "minStepMillis": min(times) * 1e3,
        "trainCharsPerSecond": batch * window / median,
    }


@torch.inference_mode()
def sample(network, length):
    symbols = torch.eye(VOCABULARY).reshape(VOCABULARY, 1, 1, VOCABULARY)

    def write():
        symbol, state = 0, None
        for _ in range(length):
            logits, state = network(symbols[symbol], state)
            probabilities = torch.softmax(logits.view(-1) / 0.8, 0)
            symbol = int(torch.multinomial(probabilities, 1))

    write()
    return {"sampleCharsPerSecond": length / seconds(write)}


def main():
    part, cell = sys.argv[1:3]
    hidden, layers, batch, window, threads, count = map(int, sys.argv[3:9])
    torch.set_num_threads(threads)
    torch.manual_seed(1)
    network = CharacterNetwork(cell, hidden, layers)
    result = train(network, batch, window, count) if part == "training" else sample(network, count)
    print(json.dumps(result))


main()
