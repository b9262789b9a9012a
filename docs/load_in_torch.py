"""Loads a model saved by Unroll into PyTorch and prints its logits after a text.

    pip install torch safetensors numpy
    python load_in_torch.py model.safetensors "To be or not"

Prints one line a symbol: its code point and its logit. The logits agree with Unroll's to about 1e-5.
"""

import functools
import json
import sys

import torch
from safetensors import safe_open

KINDS = {
    "lstm": torch.nn.LSTM,
    "gru": torch.nn.GRU,
    "elman": torch.nn.RNN,
    "elman-relu": functools.partial(torch.nn.RNN, nonlinearity="relu"),
}


class CharacterNetwork(torch.nn.Module):
    """Recurrent layers over one-hot symbols, and a linear output; perhaps an encoder before. Parameters are named as in the file."""

    def __init__(self, cell, vocabularies, hidden, layers, directions, dropout):
        super().__init__()
        self.source, self.inputs = vocabularies["source"], vocabularies["inputs"]
        two_way = directions == "TWO_WAY"
        make = functools.partial(KINDS[cell], hidden_size=hidden, num_layers=layers, dropout=dropout,
                                 bidirectional=two_way, batch_first=True)
        self.rnn = make(self.inputs)
        if self.source:
            self.encoder = make(self.source)
        self.out = torch.nn.Linear(hidden * (2 if two_way else 1), vocabularies["outputs"])

    def encode(self, source):
        """source [batch, steps] -> the state that forward starts from, where there is an encoder"""
        return self.encoder(torch.nn.functional.one_hot(source, self.source).float())[1]

    def forward(self, symbols, state=None):
        """symbols [batch, steps] -> logits [batch, steps, outputs], state"""
        x = torch.nn.functional.one_hot(symbols, self.inputs).float()
        a, state = self.rnn(x, state)
        return self.out(a), state


def shape(network):
    """The network's shape; before version 2 it had one vocabulary for both ends."""
    if "vocabulary" in network:
        vocabulary = network.pop("vocabulary")
        network["vocabularies"] = {"source": 0, "inputs": vocabulary, "outputs": vocabulary}
        network["directions"] = "ONE_WAY"
    return network


def load(path):
    """Returns the network, ready to use, and its symbols as a list in the order of the logits."""
    with safe_open(path, framework="pt") as file:
        metadata = file.metadata()
        # The optimizer's memory and the carried state are in the file too; here only the weights are wanted.
        weights = {name: file.get_tensor(name) for name in file.keys() if name.startswith(("encoder.", "rnn.", "out."))}
    network = CharacterNetwork(**shape(json.loads(metadata["network"])))
    network.load_state_dict(weights)
    return network.eval(), outputs(metadata)


def outputs(metadata):
    """The symbols in the order of the logits: characters, labels, and None for the mark that ends an answer."""
    if "vocabulary" in metadata:  # before version 3
        return [chr(code) for code in json.loads(metadata["vocabulary"])]
    symbols = json.loads(metadata["alphabets"])["output"]
    return [chr(symbol) if isinstance(symbol, int) else symbol for symbol in symbols]


def main(path, text):
    network, vocabulary = load(path)
    symbols = torch.tensor([[vocabulary.index(character) for character in text]])
    with torch.no_grad():
        logits, _ = network(symbols)
    for character, logit in zip(vocabulary, logits[0, -1].tolist()):
        print(f"U+{ord(character):04X} {logit:.9g}")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
