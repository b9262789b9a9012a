#!/usr/bin/env python3
"""Writes what PyTorch makes of small networks, two JSON files a cell, unidirectional and bidirectional, for PyTorchGoldenTest.

usage: python3 make_golden.py        (any PyTorch 2; writes beside itself)

Everything is worked out in 64 bits from weights that 32 bits hold exactly, so the figures are the same everywhere.
PyTorch has two biases for every gate, b_ih and b_hh, where we have one, except for the GRU's candidate, where the
reset gate comes between them. So b_hh is zero and stays zero in training wherever it would only be added to b_ih.
"""
import json
import pathlib

import torch

VOCABULARY, HIDDEN, LAYERS, STEPS, COLUMNS, UPDATES = 7, 5, 2, 4, 3, 10
NO_TARGET = -1
CELLS = {
    "elman": lambda two_way: torch.nn.RNN(VOCABULARY, HIDDEN, LAYERS, nonlinearity="tanh", bidirectional=two_way),
    "elman-relu": lambda two_way: torch.nn.RNN(VOCABULARY, HIDDEN, LAYERS, nonlinearity="relu", bidirectional=two_way),
    "gru": lambda two_way: torch.nn.GRU(VOCABULARY, HIDDEN, LAYERS, bidirectional=two_way),
    "lstm": lambda two_way: torch.nn.LSTM(VOCABULARY, HIDDEN, LAYERS, bidirectional=two_way),
}
OPTIMIZERS = {
    "SGD": (0.1, lambda p, rate: torch.optim.SGD(p, lr=rate, momentum=0.9)),
    "ADAGRAD": (0.05, lambda p, rate: torch.optim.Adagrad(p, lr=rate, eps=1e-8)),
    "RMSPROP": (0.01, lambda p, rate: torch.optim.RMSprop(p, lr=rate, alpha=0.95, eps=1e-8)),
    "ADAM": (0.02, lambda p, rate: torch.optim.Adam(p, lr=rate, betas=(0.9, 0.999), eps=1e-8)),
    "ADAMW": (0.02, lambda p, rate: torch.optim.AdamW(p, lr=rate, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.01)),
}


def short(*shape):
    """Normally distributed numbers of a few binary digits: exact in 32 bits, and short in the file."""
    return torch.round(torch.randn(*shape, dtype=torch.float64) * 0.5 * 256) / 256


class CharacterNetwork(torch.nn.Module):
    def __init__(self, cell, directions):
        super().__init__()
        self.rnn = CELLS[cell](directions == 2)
        self.output = torch.nn.Linear(directions * HIDDEN, VOCABULARY)
        self.to(torch.float64)
        with torch.no_grad():
            for name, parameter in self.named_parameters():
                parameter.copy_(short(*parameter.shape))
                if "bias_hh" in name:
                    parameter.mul_(own_bias(cell))

    def forward(self, inputs, state):
        h, state = self.rnn(torch.nn.functional.one_hot(inputs, VOCABULARY).double(), state)
        return self.output(h), state


def own_bias(cell):
    """1 where b_hh is more than an addition to b_ih."""
    if cell != "gru":
        return torch.zeros(1, dtype=torch.float64)
    return torch.cat([torch.zeros(2 * HIDDEN), torch.ones(HIDDEN)]).double()


def loss_of(logits, targets):
    return torch.nn.functional.cross_entropy(
        logits.reshape(-1, VOCABULARY), targets.reshape(-1), ignore_index=NO_TARGET)


def losses_in_training(network, cell, make, rate, inputs, targets, state):
    weights = {name: value.clone() for name, value in network.state_dict().items()}
    hooks = [p.register_hook(lambda g: g * own_bias(cell))
             for name, p in network.named_parameters() if "bias_hh" in name]
    optimizer, losses = make(network.parameters(), rate), []
    for _ in range(UPDATES):
        optimizer.zero_grad()
        loss = loss_of(network(inputs, state)[0], targets)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    for hook in hooks:
        hook.remove()
    network.load_state_dict(weights)
    return losses


def numbers(tensor):
    return json.loads(json.dumps(tensor.tolist()), parse_float=lambda s: float(f"{float(s):.9g}"))


def golden(cell, directions):
    torch.manual_seed(2024)
    network = CharacterNetwork(cell, directions)
    inputs = torch.randint(0, VOCABULARY, (STEPS, COLUMNS))
    targets = torch.randint(0, VOCABULARY, (STEPS, COLUMNS))
    targets[0, 1] = targets[STEPS - 1, COLUMNS - 1] = NO_TARGET
    state = [short(directions * LAYERS, COLUMNS, HIDDEN).requires_grad_() for _ in range(2 if cell == "lstm" else 1)]
    given = tuple(state) if cell == "lstm" else state[0]
    logits, last = network(inputs, given)
    loss = loss_of(logits, targets)
    names = [name for name, _ in network.named_parameters()]
    gradients = torch.autograd.grad(loss, [*network.parameters(), *state])
    given = tuple(s.detach() for s in state) if cell == "lstm" else given.detach()
    return {
        "madeBy": "make_golden.py, PyTorch " + torch.__version__,
        "cell": cell,
        "vocabulary": VOCABULARY,
        "hidden": HIDDEN,
        "layers": LAYERS,
        "directions": directions,
        "steps": STEPS,
        "columns": COLUMNS,
        "weights": {name: numbers(p.detach()) for name, p in network.named_parameters()},
        "inputs": inputs.tolist(),
        "targets": targets.tolist(),
        "start": [numbers(s.detach()) for s in state],
        "loss": loss.item(),
        "logits": numbers(logits.detach()),
        "last": [numbers(s.detach()) for s in (last if cell == "lstm" else [last])],
        "gradients": {name: numbers(g) for name, g in zip(names, gradients)},
        "startGradient": [numbers(g) for g in gradients[len(names):]],
        "training": [
            {"optimizer": name, "rate": rate,
             "losses": losses_in_training(network, cell, make, rate, inputs, targets, given)}
            for name, (rate, make) in OPTIMIZERS.items()
        ],
    }


if __name__ == "__main__":
    for cell in CELLS:
        for directions, name in (1, cell), (2, cell + "-two-way"):
            lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in golden(cell, directions).items()]
            pathlib.Path(__file__).with_name(name + ".json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
