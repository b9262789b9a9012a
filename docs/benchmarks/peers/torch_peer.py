#!/usr/bin/env python3
"""PyTorch on the work of peer.py, in the fastest way that was found for each cell.

LSTMs train in oneDNN's fused layer with one-hot input. GRUs and Elman cells gather their input and have a backward pass written by
hand, whose weight gradient is one product over the window. Sampling compiles ten characters into one call.
"""

import peer

if peer.part == "training":
    peer.keep_freed_memory()

import torch
from torch import nn
from torch.nn.functional import cross_entropy, embedding, linear, one_hot

V, H, B, T = peer.VOCABULARY, peer.hidden, peer.batch, peer.window
CHARACTERS_PER_CALL = 10

torch.set_num_threads(peer.threads)
torch.manual_seed(0)
recurrent = {"lstm": nn.LSTM, "gru": nn.GRU, "elman": nn.RNN}[peer.cell](V, H, peer.layers)
output = nn.Linear(H, V)


class ElmanLayer(torch.autograd.Function):
    """From the input's pre-activations to the states of a layer."""

    @staticmethod
    def forward(ctx, pre, wh):
        states = torch.zeros(T + 1, B, H)
        h, x, wt = states.unbind(), pre.unbind(), wh.t()
        for t in range(T):
            torch.addmm(x[t], h[t], wt, out=h[t + 1]).tanh_()
        ctx.save_for_backward(wh, states)
        return states[1:]

    @staticmethod
    def backward(ctx, grad):
        wh, states = ctx.saved_tensors
        dzs, dh = torch.empty(T, B, H), grad[-1]
        dz, d, slope = dzs.unbind(), grad.unbind(), (1 - states[1:] * states[1:]).unbind()
        for t in reversed(range(T)):
            torch.mul(slope[t], dh, out=dz[t])
            if t:
                dh = torch.addmm(d[t - 1], dz[t], wh)
        return dzs, dzs.view(T * B, -1).t() @ states[:-1].reshape(-1, H)


class GruLayer(torch.autograd.Function):
    """From the input's pre-activations to the states of a layer."""

    @staticmethod
    def forward(ctx, pre, wh, bh):
        states, zs, candidates = torch.zeros(T + 1, B, H), torch.empty_like(pre), torch.empty(T, B, H)
        h, z, n, x, wt = states.unbind(), zs.unbind(), candidates.unbind(), pre.unbind(), wh.t()
        for t in range(T):
            torch.addmm(bh, h[t], wt, out=z[t])
            (gates, zn), (xg, xn) = z[t].split((2 * H, H), 1), x[t].split((2 * H, H), 1)
            r, u = gates.add_(xg).sigmoid_().chunk(2, 1)
            torch.addcmul(xn, r, zn, out=n[t]).tanh_()
            torch.lerp(n[t], h[t], u, out=h[t + 1])
        ctx.save_for_backward(wh, states, zs, candidates)
        return states[1:]

    @staticmethod
    def backward(ctx, grad):
        wh, states, zs, candidates = ctx.saved_tensors
        before, (r, u, zn) = states[:-1], zs.chunk(3, 2)
        dn = (1 - u) * (1 - candidates * candidates)
        slope = torch.stack((dn * zn * (r - r * r), (before - candidates) * (u - u * u), dn * r), 2).unbind()
        dzs, dhs, d, keep = torch.empty_like(zs), torch.empty(T, B, H), grad.unbind(), u.unbind()
        dz, dh, gates = dzs.unbind(), dhs.unbind(), dzs.view(T, B, 3, H).unbind()
        dh[-1].copy_(d[-1])
        for t in reversed(range(T)):
            torch.mul(slope[t], dh[t][:, None], out=gates[t])
            if t:
                torch.addmm(d[t - 1], dz[t], wh, out=dh[t - 1]).addcmul_(dh[t], keep[t])
        dwh = dzs.view(T * B, -1).t() @ before.reshape(-1, H)
        return torch.cat((dzs[..., : 2 * H], dhs * dn), 2), dwh, dzs.sum((0, 1))


def states_of(x):
    """The top layer's states over the window."""
    if peer.cell == "lstm":
        return recurrent(one_hot(x, V).float())[0]
    h = None
    for wx, wh, bx, bh in recurrent.all_weights:
        bias = bx if peer.cell == "gru" else bx + bh
        pre = embedding(x, wx.t().contiguous()) + bias if h is None else linear(h, wx, bias)
        h = GruLayer.apply(pre, wh, bh) if peer.cell == "gru" else ElmanLayer.apply(pre, wh)
    return h


def train():
    parameters = [*recurrent.parameters(), *output.parameters()]
    optimizer = torch.optim.RMSprop(parameters, peer.LEARNING_RATE, alpha=peer.DECAY, foreach=True)
    x, y = torch.randint(V, (T, B)), torch.randint(V, (T, B)).reshape(-1)

    def step():
        loss = cross_entropy(output(states_of(x)).reshape(-1, V), y)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parameters, peer.MAX_NORM)
        optimizer.step()

    peer.time_training(step, "fused layer" if peer.cell == "lstm" else "backward pass by hand, gathered input")


def cell(x, z, state):
    """One step from the pre-activations of the input, x, and of the state, z."""
    if peer.cell == "lstm":
        i, f, g, o = (x + z).chunk(4, -1)
        c = torch.sigmoid(f) * state[1] + torch.sigmoid(i) * torch.tanh(g)
        return torch.sigmoid(o) * torch.tanh(c), c
    if peer.cell == "gru":
        (xr, xu, xn), (zr, zu, zn) = x.chunk(3, -1), z.chunk(3, -1)
        u, n = torch.sigmoid(xu + zu), torch.tanh(xn + torch.sigmoid(xr + zr) * zn)
        return ((1 - u) * n + u * state[0],)
    return (torch.tanh(x + z),)


@torch.no_grad()
def sample():
    weights = [(wx.t().contiguous(), wh.t().contiguous(), bx, bh) for wx, wh, bx, bh in recurrent.all_weights]

    @torch.compile(dynamic=False)
    def write_some(symbol, states, draws):
        text = []
        for draw in draws.unbind():
            after, h = [], None
            for (wx, wh, bx, bh), state in zip(weights, states):
                pre = wx[symbol] + bx if h is None else torch.addmm(bx, h, wx)
                after.append(cell(pre, torch.addmm(bh, state[0], wh), state))
                h = after[-1][0]
            odds = torch.softmax(output(h).view(-1) / peer.TEMPERATURE, 0).cumsum(0)
            symbol, states = (odds < draw * odds[-1]).sum().clamp(max=V - 1).view(1), after
            text.append(symbol)
        return torch.cat(text), symbol, states

    def write():
        buffers = 2 if peer.cell == "lstm" else 1
        states = [tuple(torch.zeros(1, H) for _ in range(buffers)) for _ in range(peer.layers)]
        symbol, text = torch.zeros(1, dtype=torch.long), []
        for draws in torch.rand(-(-peer.count // CHARACTERS_PER_CALL), CHARACTERS_PER_CALL, 1).unbind():
            more, symbol, states = write_some(symbol, states, draws)
            text.append(more)
        torch.cat(text).tolist()

    peer.time_sampling(write, f"{CHARACTERS_PER_CALL} characters a compiled call")


train() if peer.part == "training" else sample()
