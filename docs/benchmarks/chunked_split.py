#!/usr/bin/env python3
"""Rearranges a text so that a split by position equals the chunked split of char-rnn.

char-rnn cuts a text into B streams and tests on the last share of every stream; Unroll trains on the first share of the
file and tests on the last. This writes the streams' training parts one behind the other, then their test parts.

usage: chunked_split.py TEXT OUT [STREAMS=50] [TEST_SHARE=0.05]
"""
import sys

text = open(sys.argv[1], encoding="utf-8").read()
streams = int(sys.argv[3]) if len(sys.argv) > 3 else 50
share = float(sys.argv[4]) if len(sys.argv) > 4 else 0.05
length = len(text) // streams
tested = round(length * share)
chunks = [text[i * length:(i + 1) * length] for i in range(streams)]
train = "".join(chunk[:length - tested] for chunk in chunks)
test = "".join(chunk[length - tested:] for chunk in chunks)
with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    out.write(train + test)
print(f"--split {len(train) / len(train + test):.9f},0,{1 - len(train) / len(train + test):.9f}")
