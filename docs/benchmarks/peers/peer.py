"""What the scripts of the peers share: the work as Unroll's bench measures it, and one line of JSON.

usage of each: PEER_peer.py training|sampling CELL HIDDEN LAYERS BATCH WINDOW THREADS COUNT

CELL is lstm, gru or elman. The vocabulary has 65 symbols. A training step is forward, backward, clipping at norm 5 and an
RMSProp update on random symbols that lie ready; COUNT steps are timed after WARM_UP others. Sampling writes COUNT characters at batch 1
and temperature 0.8, one after the other, three times; the last time counts.

Import it before the library: it limits the processors, by which some libraries size their thread pools.
"""

import ctypes
import json
import os
import statistics
import sys
import time

VOCABULARY = 65
TEMPERATURE = 0.8
LEARNING_RATE = 2e-3
DECAY = 0.95
EPSILON = 1e-8
MAX_NORM = 5.0
WARM_UP = 5

part, cell = sys.argv[1:3]
hidden, layers, batch, window, threads, count = map(int, sys.argv[3:9])

if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def keep_freed_memory():
    """Keeps freed memory in the process: otherwise every step faults its pages in again, which costs up to half the speed."""
    if sys.platform == "linux":
        m_mmap_max, m_trim_threshold = -4, -1
        libc = ctypes.CDLL(None)
        libc.mallopt(m_mmap_max, 0)
        libc.mallopt(m_trim_threshold, 1 << 30)


def seconds(action):
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def time_training(step, variant):
    """Prints how fast step trains; it returns when its work is done."""
    for _ in range(WARM_UP):
        step()
    median = statistics.median(seconds(step) for _ in range(count))
    print(json.dumps({"trainCharsPerSecond": batch * window / median, "variant": variant}))


def time_sampling(write, variant):
    """Prints how fast write writes count characters; it returns when they are there."""
    for _ in range(2):
        write()
    print(json.dumps({"sampleCharsPerSecond": count / seconds(write), "variant": variant}))
