#!/usr/bin/env python3
"""Writes weights as PyTorch's modules name and shape them, and the logits they give, for PyTorchImportTest.

usage: python3 make_torch_weights.py        (needs NumPy alone; writes beside itself)

The logits follow the formulas in PyTorch's documentation of torch.nn.RNN, GRU and LSTM, in 64 bits. Both biases of every
gate are other than zero, as training leaves them. The files are what safetensors.torch.save_file writes.
"""
import json
import pathlib
import struct

import numpy

TEXT = "the quick brown fox jumps over the lazy dog. "
READ = "the quick"
HIDDEN, LAYERS, EMBEDDED = 5, 2, 6
SYMBOLS = sorted(set(TEXT))


def sigmoid(x):
    return 1 / (1 + numpy.exp(-x))


def relu(gi, gh, h, c):
    return numpy.maximum(gi + gh, 0), c


def gru(gi, gh, h, c):
    (ri, zi, ni), (rh, zh, nh) = numpy.split(gi, 3), numpy.split(gh, 3)
    r, z = sigmoid(ri + rh), sigmoid(zi + zh)
    return (1 - z) * numpy.tanh(ni + r * nh) + z * h, c


def lstm(gi, gh, h, c):
    i, f, g, o = numpy.split(gi + gh, 4)
    c = sigmoid(f) * c + sigmoid(i) * numpy.tanh(g)
    return sigmoid(o) * numpy.tanh(c), c


def weights(random, blocks, rnn, out, embedding, bias):
    def short(*shape):
        return (numpy.round(random.standard_normal(shape) * 128) / 256).astype("<f4")

    tensors = {}
    width = len(SYMBOLS)
    if embedding:
        tensors[embedding + ".weight"] = short(width, EMBEDDED)
        width = EMBEDDED
    for layer in range(LAYERS):
        tensors[f"{rnn}.weight_ih_l{layer}"] = short(blocks * HIDDEN, width)
        tensors[f"{rnn}.weight_hh_l{layer}"] = short(blocks * HIDDEN, HIDDEN)
        if bias:
            tensors[f"{rnn}.bias_ih_l{layer}"] = short(blocks * HIDDEN)
            tensors[f"{rnn}.bias_hh_l{layer}"] = short(blocks * HIDDEN)
        width = HIDDEN
    tensors[out + ".weight"] = short(len(SYMBOLS), HIDDEN)
    if bias:
        tensors[out + ".bias"] = short(len(SYMBOLS))
    return tensors


def logits(tensors, cell, rnn, out, embedding):
    h, c = numpy.zeros((LAYERS, HIDDEN)), numpy.zeros((LAYERS, HIDDEN))
    for character in READ:
        x = numpy.eye(len(SYMBOLS))[SYMBOLS.index(character)]
        if embedding:
            x = x @ tensors[embedding + ".weight"].astype(float)
        for layer in range(LAYERS):
            gi = tensors[f"{rnn}.weight_ih_l{layer}"] @ x + tensors.get(f"{rnn}.bias_ih_l{layer}", 0)
            gh = tensors[f"{rnn}.weight_hh_l{layer}"] @ h[layer] + tensors.get(f"{rnn}.bias_hh_l{layer}", 0)
            h[layer], c[layer] = cell(gi, gh, h[layer], c[layer])
            x = h[layer]
    return tensors[out + ".weight"] @ x + tensors.get(out + ".bias", 0)


def save(tensors, path):
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, tensor in sorted(tensors.items()):
        header[name] = {"dtype": "F32", "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + tensor.nbytes]}
        data += tensor.tobytes()
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def main():
    here = pathlib.Path(__file__).parent
    expected = {"text": TEXT, "read": READ}
    for name, cell, blocks, rnn, out, embedding, bias in [
        ("relu", relu, 1, "rnn", "linear", None, False),
        ("gru", gru, 3, "rnn", "decoder", "encoder", True),
        ("lstm", lstm, 4, "model.lstm", "model.fc", None, True),
    ]:
        random = numpy.random.default_rng(len(name) * 100 + blocks)
        tensors = weights(random, blocks, rnn, out, embedding, bias)
        save(tensors, here / f"torch-{name}.safetensors")
        expected[name] = [round(float(logit), 9) for logit in logits(tensors, cell, rnn, out, embedding)]
    (here / "torch-weights.json").write_text(json.dumps(expected, indent=1) + "\n")


if __name__ == "__main__":
    main()
