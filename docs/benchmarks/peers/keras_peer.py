#!/usr/bin/env python3
"""Keras on TensorFlow on the work of peer.py.

Compiled by XLA with a loop over the window, or without it and the window unrolled, whichever is the faster for the work.
"""

import os

import peer

os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
peer.keep_freed_memory()

import keras
import tensorflow as tf
from keras import layers

V = peer.VOCABULARY
XLA = peer.cell == "gru" or peer.batch == 1


def train():
    kind = {"lstm": layers.LSTM, "gru": layers.GRU, "elman": layers.SimpleRNN}[peer.cell]
    recurrent = [kind(peer.hidden, return_sequences=True, unroll=not XLA) for _ in range(peer.layers)]
    inputs = keras.Input((peer.window, V), batch_size=peer.batch)
    model = keras.Sequential([inputs, *recurrent, layers.Dense(V)])
    optimizer = keras.optimizers.RMSprop(peer.LEARNING_RATE, rho=peer.DECAY, epsilon=peer.EPSILON)
    optimizer.build(model.trainable_variables)
    x, y = tf.random.uniform((2, peer.batch, peer.window), 0, V, tf.int32)

    @tf.function(jit_compile=XLA)
    def step(x, y):
        with tf.GradientTape() as tape:
            logits = model(tf.one_hot(x, V), training=True)
            loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(y, logits))
        grads = tape.gradient(loss, [variable.value for variable in model.trainable_variables])
        grads, _ = tf.clip_by_global_norm(grads, peer.MAX_NORM)
        optimizer.apply(grads, model.trainable_variables)
        return loss

    peer.time_training(lambda: step(x, y).numpy(), "XLA" if XLA else "graph, window unrolled")


def sample():
    kind = {"lstm": layers.LSTMCell, "gru": layers.GRUCell, "elman": layers.SimpleRNNCell}[peer.cell]
    cells = [kind(peer.hidden) for _ in range(peer.layers)]
    for layer, cell in enumerate(cells):
        cell.build((1, peer.hidden if layer else V))
    output = layers.Dense(V)
    output.build((1, peer.hidden))

    @tf.function(jit_compile=True)
    def write(draws):
        def body(t, symbol, states, text):
            h, after = tf.one_hot(symbol[None], V), []
            for cell, state in zip(cells, states):
                h, state = cell(h, state)
                after.append(state)
            odds = tf.cumsum(tf.nn.softmax(output(h)[0] / peer.TEMPERATURE))
            symbol = tf.minimum(tf.reduce_sum(tf.cast(odds < draws[t] * odds[-1], tf.int32)), V - 1)
            return t + 1, symbol, after, text.write(t, symbol)

        buffers = 2 if peer.cell == "lstm" else 1
        first = [[tf.zeros((1, peer.hidden)) for _ in range(buffers)] for _ in range(peer.layers)]
        text = tf.TensorArray(tf.int32, peer.count)
        return tf.while_loop(lambda t, *_: t < peer.count, body, (0, 0, first, text))[3].stack()

    draws = tf.random.uniform((peer.count,))
    peer.time_sampling(lambda: write(draws).numpy(), "XLA, one loop for the text")


tf.config.threading.set_intra_op_parallelism_threads(peer.threads)
tf.config.threading.set_inter_op_parallelism_threads(1)
keras.utils.set_random_seed(0)
train() if peer.part == "training" else sample()
