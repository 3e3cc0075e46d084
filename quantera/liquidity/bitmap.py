"""Which ticks are in use: one bit each, 256 to a word, searched one word at a time.

A swap stops at the border of a word as well as at a tick, and each stop rounds, so the words are
part of the arithmetic. Source: the published TickBitmap.
"""


class TickBitmap:
    """Bits of the ticks in use, by word.

    Attributes:
        words: word index to its bits; words without a bit are not kept.
    """

    def __init__(self, spacing: int) -> None:
        self.spacing = spacing
        self.words: dict[int, int] = {}

    def flip(self, tick: int) -> None:
        """Turn the bit of a tick, which is a multiple of the spacing."""
        word, bit = divmod(tick // self.spacing, 256)
        bits = self.words.get(word, 0) ^ (1 << bit)
        if bits:
            self.words[word] = bits
        else:
            del self.words[word]

    def has(self, tick: int) -> bool:
        """Whether the bit of a tick is set."""
        word, bit = divmod(tick // self.spacing, 256)
        return bool(self.words.get(word, 0) >> bit & 1)

    def next_within_word(self, tick: int, *, down: bool) -> tuple[int, bool]:
        """Next tick in use, or the last one of the word, and whether it is in use.

        Args:
            tick: where the search starts; downwards it is included, upwards it is not.
            down: the direction.
        """
        compressed = tick // self.spacing
        if down:
            word, bit = divmod(compressed, 256)
            masked = self.words.get(word, 0) & ((1 << (bit + 1)) - 1)
            found = masked.bit_length() - 1 if masked else 0
            return (compressed - bit + found) * self.spacing, bool(masked)
        word, bit = divmod(compressed + 1, 256)
        masked = self.words.get(word, 0) >> bit
        found = (masked & -masked).bit_length() - 1 if masked else 255 - bit
        return (compressed + 1 + found) * self.spacing, bool(masked)
