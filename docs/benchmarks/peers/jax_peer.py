#!/usr/bin/env python3
"""JAX on the work of peer.py: the whole step, or the whole text, is one compiled function around lax.scan."""

import peer

peer.keep_freed_memory()

import jax
import jax.numpy as jnp
from jax.nn import sigmoid

V, H = peer.VOCABULARY, peer.hidden
GATES = {"lstm": 4, "gru": 3, "elman": 1}[peer.cell] * H


def cell(state, x, z):
    """One step from x, the input's pre-activation, and z, the state's."""
    if peer.cell == "lstm":
        i, f, g, o = jnp.split(x + z, 4, -1)
        c = sigmoid(f) * state[1] + sigmoid(i) * jnp.tanh(g)
        return sigmoid(o) * jnp.tanh(c), c
    if peer.cell == "gru":
        (xr, xu, xn), (zr, zu, zn) = jnp.split(x, 3, -1), jnp.split(z, 3, -1)
        u, n = sigmoid(xu + zu), jnp.tanh(xn + sigmoid(xr + zr) * zn)
        return ((1 - u) * n + u * state[0],)
    return (jnp.tanh(x + z),)


def zero_state(*shape):
    return (jnp.zeros(shape),) * (2 if peer.cell == "lstm" else 1)


def uniform(key, *shape):
    return jax.random.uniform(key, shape, minval=-1, maxval=1) / H**0.5


def parameters(keys):
    return {
        "layers": [
            {
                "wx": uniform(keys[2 * layer], H if layer else V, GATES),
                "wh": uniform(keys[2 * layer + 1], H, GATES),
                "bx": jnp.zeros(GATES),
                "bh": jnp.zeros(GATES),
            }
            for layer in range(peer.layers)
        ],
        "wo": uniform(keys[-1], H, V),
        "bo": jnp.zeros(V),
    }


def projected(layer, weights, below, symbols):
    """The input's pre-activations: gathered in the lowest layer, multiplied in the others."""
    return (below @ weights["wx"] if layer else weights["wx"][symbols]) + weights["bx"]


def loss_of(p, x, y):
    h = None
    for layer, w in enumerate(p["layers"]):

        def body(state, pre, w=w):
            state = cell(state, pre, state[0] @ w["wh"] + w["bh"])
            return state, state[0]

        h = jax.lax.scan(body, zero_state(peer.batch, H), projected(layer, w, h, x))[1]
    logits = h @ p["wo"] + p["bo"]
    picked = jnp.take_along_axis(logits, y[..., None], -1)[..., 0]
    return jnp.mean(jax.nn.logsumexp(logits, -1) - picked)


def train_step(p, square, x, y):
    loss, grads = jax.value_and_grad(loss_of)(p, x, y)
    norm = jnp.sqrt(sum(jnp.vdot(g, g) for g in jax.tree.leaves(grads)))
    grads = jax.tree.map(lambda g: g * jnp.minimum(1.0, peer.MAX_NORM / (norm + 1e-6)), grads)
    square = jax.tree.map(lambda s, g: peer.DECAY * s + (1 - peer.DECAY) * g * g, square, grads)
    update = lambda w, s, g: w - peer.LEARNING_RATE * g / (jnp.sqrt(s) + peer.EPSILON)
    return jax.tree.map(update, p, square, grads), square, loss


def train(p, key):
    x, y = jax.random.randint(key, (2, peer.window, peer.batch), 0, V)
    compiled = jax.jit(train_step, donate_argnums=(0, 1))
    held = [p, jax.tree.map(jnp.zeros_like, p)]

    def step():
        held[0], held[1], _ = jax.block_until_ready(compiled(*held, x, y))

    peer.time_training(step, "jit, scan, gathered input")


@jax.jit
def text(p, key):
    def body(carry, draw):
        states, symbol = carry
        after, h = [], None
        for layer, (w, state) in enumerate(zip(p["layers"], states)):
            after.append(cell(state, projected(layer, w, h, symbol), state[0] @ w["wh"] + w["bh"]))
            h = after[-1][0]
        odds = jnp.cumsum(jax.nn.softmax((h @ p["wo"] + p["bo"]) / peer.TEMPERATURE))
        symbol = jnp.minimum(jnp.sum(odds < draw * odds[-1]), V - 1)
        return (after, symbol), symbol

    first = [zero_state(H) for _ in range(peer.layers)]
    return jax.lax.scan(body, (first, jnp.int32(0)), jax.random.uniform(key, (peer.count,)))[1]


keys = jax.random.split(jax.random.key(0), 2 * peer.layers + 2)
if peer.part == "training":
    train(parameters(keys[1:]), keys[0])
else:
    weights = parameters(keys[1:])
    peer.time_sampling(lambda: jax.block_until_ready(text(weights, keys[0])), "jit, one scan for the text")
