"""Near-identical copies: one agency's text carried by many outlets counts as one origin.

MinHash (Broder 1997) over the set of all runs of five words estimates the Jaccard similarity of two
texts: the share of runs they have in common. Signatures are the same on every run and platform and
for every release of the library, so that they can be stored: seed, permutation scheme and hash
function are fixed here.

Candidates come from locality-sensitive hashing: a signature is cut into 21 bands of 6 values, and
two texts are looked at when one band is equal. The chance of that for a similarity ``s`` is the
S-curve ``1 - (1 - s**6)**21``:

====  ====  ====  ====  ====  ====  ====  ====
s     0.3   0.4   0.5   0.6   0.7   0.8   0.9
P     0.02  0.08  0.28  0.63  0.93  0.998 1.0
====  ====  ====  ====  ====  ====  ====  ====

A few candidates too many cost one comparison each; a copy missed would count as a second origin.
"""

import hashlib
import re
import struct
import unicodedata

SHINGLE = 5
"""Words in a run."""

PERMUTATIONS = 128
"""Values in a signature; the standard error of an estimate is at most 0.5 / sqrt(128) = 0.044."""

BANDS = 21
ROWS = 6

SHORTEST = 25
"""Words from which near copies count; shorter texts are copies only when all their words are equal."""

COPY = 0.6
"""Estimated similarity from which two texts are one."""

_SEED = 1
_SCHEME = "affine32"
_APOSTROPHES = re.compile("[\u2019\u02bc]")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def signature(characters: str) -> tuple[int, ...]:
    """The MinHash signature of a text: 128 numbers below 2**32.

    Case, punctuation, line ends and compatibility forms (NFKC) don't count. A text of fewer than
    25 words has one run, all of its words, so that its similarity to anything but itself is about
    0.
    """
    from datasketch import MinHash

    sketch = MinHash(num_perm=PERMUTATIONS, seed=_SEED, hashfunc=_hash32, scheme=_SCHEME)
    sketch.update_batch([run.encode("utf-8", "surrogatepass") for run in _runs(characters)])
    return tuple(int(value) for value in sketch.hashvalues)


def bands(signature: tuple[int, ...]) -> tuple[str, ...]:
    """The keys to look copies up with: texts that share one are candidates.

    Each begins with its band's number ("07:"), so that keys of different bands never meet; all fit
    one column of a table.
    """
    return tuple(
        f"{band:02d}:{_digest(signature[band * ROWS : (band + 1) * ROWS])}" for band in range(BANDS)
    )


def similarity(a: tuple[int, ...], b: tuple[int, ...]) -> float:
    """The estimated Jaccard similarity of two texts by their signatures, 0 to 1."""
    return sum(x == y for x, y in zip(a, b, strict=True)) / len(a)


def is_copy(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    """Whether two texts are near-identical, by their signatures."""
    return similarity(a, b) >= COPY


def _runs(characters: str) -> set[str]:
    """The runs of five words; one run of all the words of a short text; a text without words is itself."""
    folded = _APOSTROPHES.sub("'", unicodedata.normalize("NFKC", characters).casefold())
    words = _WORD.findall(folded)
    if len(words) < SHORTEST:
        return {" ".join(words) or " ".join(folded.split())}
    return {" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def _hash32(data: bytes) -> int:
    """32 bits of BLAKE2b: the same everywhere, unlike :func:`hash`."""
    value: int = struct.unpack("<I", hashlib.blake2b(data, digest_size=4).digest())[0]
    return value


def _digest(values: tuple[int, ...]) -> str:
    return hashlib.blake2b(struct.pack(f"<{len(values)}I", *values), digest_size=8).hexdigest()
