"""What each block is and how its reader would name it: "heading IV.B", "para. 27 (b)".

Labels are understood in their sequence, as a reader does: "C." after "B." is a letter, "I." alone is a
Roman one, "1." after "para. 18 … the following agenda:" is an item and not a new first paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from termcheck.formats.blocks import Block
from termcheck.formats.labels import Label, Shape, find_label, read_mark
from termcheck.formats.numerals import letter, letter_values
from termcheck.model import Kind
from termcheck.numbers.roman import roman, roman_value

_LONGEST_HEADING = 300  # code points
_UNMARKED_HEADING = 160  # where no markup says that it is one
_BELOW_MARKUP = 7  # a heading in bold alone stands below all that are marked as headings
_ROMAN, _LETTER, _NUMBER, _ITEM = 1, 2, 3, 4  # levels of labelled headings


@dataclass(frozen=True, slots=True)
class Entry:
    """A block understood: what it is, its label as typed and how much of the text that label takes."""

    kind: Kind
    place: str
    mark: str = ""
    cut: int = 0
    level: int = 0


def candidate(block: Block) -> Label | None:
    """The label of a block by its shape, before the sequence has been asked."""
    label = find_label(block.text)
    if block.mark and (not label or label.shape is Shape.BULLET):
        return read_mark(block.mark)
    return label


def looks_like_heading(block: Block) -> bool:
    """Whether markup says that a block is a heading: as such, or as a short text all in bold."""
    if block.kind is Kind.HEADING:
        return True
    return (
        block.kind in (Kind.PARAGRAPH, Kind.LIST_ITEM)
        and block.is_strong
        and len(block.text) <= _LONGEST_HEADING
        and block.text[-1] not in ".;:,"
    )


def outline(blocks: Sequence[Block]) -> list[Entry]:
    """An entry for each block, in their order."""
    labels = [candidate(block) for block in blocks]
    state = _Outline(blocks, labels)
    return [state.enter(index) for index in range(len(blocks))]


@dataclass(slots=True)
class _Outline:
    """Where a reader stands who has come to a certain block."""

    blocks: Sequence[Block]
    labels: Sequence[Label | None]
    roman: int = 0
    letter: int = 0
    heading_path: dict[int, str] = field(default_factory=dict)  # level → label
    marked: list[tuple[int, int]] = field(default_factory=list)  # level and markup depth, outermost first
    paragraph: int = 0  # number of the last paragraph
    item: int = 0  # number of the last numbered item below it
    last_letter: int = 0
    last_roman: int = 0
    bullets: int = 0
    place: str = ""  # of the last labelled block since the last heading
    unnumbered: int = 0
    capitals: dict[int, list[int]] = field(default_factory=dict)  # value → positions
    numbers: list[tuple[int, int]] = field(default_factory=list)  # position, number
    has_body: bool = False  # whether any paragraph or heading bears a number or a capital

    def __post_init__(self) -> None:
        self.has_body = any(label and label.shape in (Shape.NUMBER, Shape.CAPITAL) for label in self.labels)
        for index, label in enumerate(self.labels):
            if not label:
                continue
            if label.shape is Shape.NUMBER and not looks_like_heading(self.blocks[index]):
                self.numbers.append((index, int(label.body)))
            elif label.shape is Shape.CAPITAL:
                for value in {*letter_values(label.body), -(roman_value(label.body) or 0)}:
                    self.capitals.setdefault(value, []).append(index)

    def enter(self, index: int) -> Entry:
        block, label = self.blocks[index], self.labels[index]
        if block.label:
            return Entry(block.kind, block.label, block.mark)
        if looks_like_heading(block):
            return self._heading(block, label)
        if not label:
            return self._unlabelled(block)
        if label.shape is Shape.CAPITAL:
            if self._is_title(index, label):
                return self._labelled_heading(block, label)
            return self._unlabelled(block)
        if label.shape is Shape.NUMBER:
            return self._number(index, label)
        if label.shape is Shape.ITEM:
            return self._item(block, label)
        if label.shape is Shape.STAR:
            if block.kind is Kind.LIST_ITEM:
                return self._bullet(block, label)
            return Entry(Kind.FOOTNOTE, f"footnote {label.mark}", label.mark, label.end)
        if label.shape is Shape.BULLET:
            return self._bullet(block, label)
        return self._counted(block, label)

    # Headings

    def _heading(self, block: Block, label: Label | None) -> Entry:
        if label and label.shape not in (Shape.BULLET, Shape.STAR):
            return self._labelled_heading(block, label)
        depth = block.depth if block.kind is Kind.HEADING and block.depth else _BELOW_MARKUP
        while self.marked and self.marked[-1][1] >= depth and depth < _BELOW_MARKUP:
            self.marked.pop()
        level = self.marked[-1][0] + 1 if self.marked else 1
        if depth < _BELOW_MARKUP:
            self.marked.append((level, depth))
        if not self.heading_path and not self.paragraph:
            return Entry(Kind.HEADING, "title", level=level)
        self._start_heading()
        name = block.text if len(block.text) <= 40 else block.text[:39].rstrip() + "…"
        return Entry(Kind.HEADING, f"heading “{name}”", level=level)

    def _labelled_heading(self, block: Block, label: Label) -> Entry:
        level, name = self._heading_label(label)
        self.heading_path = {at: path for at, path in self.heading_path.items() if at < level}
        self.heading_path[level] = name
        while self.marked and self.marked[-1][0] >= level:
            self.marked.pop()
        self.marked.append((level, block.depth or _BELOW_MARKUP))
        self._start_heading()
        return Entry(Kind.HEADING, f"heading {self._path()}", label.mark, label.end, level)

    def _heading_label(self, label: Label) -> tuple[int, str]:
        """The level of a heading by its label, and the label in Latin letters."""
        if label.shape is Shape.ITEM:
            return _ITEM, f" ({letter((letter_values(label.body) or (1,))[0])})"
        if label.shape is not Shape.CAPITAL:
            return _NUMBER, label.body
        value, letters = roman_value(label.body), letter_values(label.body)
        due = self.letter + 1
        if value and self._is_roman(label.body, value, after_letter=self.letter > 0 and due in letters):
            self.roman, self.letter = value, 0
            return _ROMAN, roman(value)
        self.letter = due if due in letters else letters[0]
        return _LETTER, letter(self.letter).upper()

    def _is_roman(self, body: str, value: int, *, after_letter: bool) -> bool:
        """Whether a label is Roman where it may be a letter: "C." after "B." is one, "I." after "H."."""
        if value == self.roman + 1:
            return self.roman > 0 or not after_letter
        if after_letter:
            return False
        return len(body) > 1 or body in "IVXІХ"

    def _path(self) -> str:
        """ "IV.B.1 (a)": the labels from the highest level down."""
        return ".".join(self.heading_path[level] for level in sorted(self.heading_path)).replace(". (", " (")

    def _start_heading(self) -> None:
        self.place = ""
        self.item = self.last_letter = self.last_roman = self.bullets = 0

    def _is_title(self, index: int, label: Label) -> bool:
        """Whether a text that only begins like a heading is one: «В. Иванов (Колумбия)» is not."""
        block = self.blocks[index]
        if block.kind is not Kind.PARAGRAPH:
            return False
        if len(block.text) > _UNMARKED_HEADING or block.text[-1] in ".;:,":
            return False
        letters, value = letter_values(label.body), roman_value(label.body)
        if value == self.roman + 1 and (value > 1 or self._follows(-2, index)):
            return True
        if self.letter + 1 in letters and self.letter:
            return True
        return 1 in letters and self._follows(2, index)

    def _follows(self, value: int, index: int) -> bool:
        return any(at > index for at in self.capitals.get(value, ()))

    # Paragraphs and lists

    def _number(self, index: int, label: Label) -> Entry:
        block, number = self.blocks[index], int(label.body)
        lowered = block.unit is None and block.text[label.end].islower()
        if lowered and not self._in_sequence(index, number):
            return self._unlabelled(block)  # "… в пункте 1. резолюция …", a line broken at a bad place
        if self._is_item(index, number):
            self.item = number
            self.last_letter = self.last_roman = self.bullets = 0
            self.place = f"para. {self.paragraph}, item {number}" if self.paragraph else f"item {number}"
            return Entry(Kind.LIST_ITEM, self.place, label.mark, label.end, max(block.depth, 1))
        self.paragraph = number
        self.item = self.last_letter = self.last_roman = self.bullets = 0
        self.place = f"para. {number}"
        return Entry(Kind.PARAGRAPH, self.place, label.mark, label.end)

    def _in_sequence(self, index: int, number: int) -> bool:
        at = next(position for position, (where, _) in enumerate(self.numbers) if where == index)
        neighbours = self.numbers[max(at - 1, 0) : at] + self.numbers[at + 1 : at + 2]
        return any(abs(other - number) == 1 for _, other in neighbours)

    def _is_item(self, index: int, number: int) -> bool:
        """Whether a number counts the items of a list below a paragraph."""
        if self.blocks[index].depth > 1:
            return True
        if self.item and number == self.item + 1:
            return number != self.paragraph + 1 or self._run_returns(index, number)
        if number == self.paragraph + 1 or not self.paragraph:
            return False
        if number == 1:
            # After a heading the numbers of paragraphs may begin again, as in an annex.
            introduced = self.blocks[index - 1].text.endswith(":") or self._run_returns(index, number)
            return bool(self.place) and introduced
        return self.item > 0 and number < self.paragraph

    def _run_returns(self, index: int, number: int) -> bool:
        """Whether after the numbers that run on from here the paragraph that now is due follows."""
        due = self.paragraph + 1
        for where, other in self.numbers:
            if where <= index:
                continue
            if other != number + 1:
                return other == due
            number = other
        return False

    def _item(self, block: Block, label: Label) -> Entry:
        letters, value = letter_values(label.body), roman_value(label.body)
        due = self.last_letter + 1
        # "(i)" after "(h)" is a letter, after "(a)" or alone a Roman one; "(v)" after "(iv)" likewise.
        is_roman = value is not None and (
            not letters
            or value == self.last_roman + 1 != 1
            or (value == 1 and due not in letters)
            or (len(label.body) > 1 and due not in letters)
        )
        if is_roman and value:
            self.last_roman = value
            level, name = (2 if self.last_letter else 1), roman(value).lower()
        else:
            if not letters:
                return self._unlabelled(block)
            self.last_letter = due if due in letters else letters[0]
            self.last_roman = 0
            level, name = 1, letter(self.last_letter)
        self.bullets = 0
        level = max(level + (1 if self.item else 0), block.depth)
        above = f" ({letter(self.last_letter)})" if is_roman and self.last_letter else ""
        self.place = f"{self._base()}{above} ({name})".strip()
        return Entry(Kind.LIST_ITEM, self.place, label.mark, label.end, level)

    def _counted(self, block: Block, label: Label) -> Entry:
        """ "1)" and "2.1." stand below a paragraph, whatever else does."""
        if label.shape is Shape.LEVELS:
            self.place = f"para. {label.body}"
            return Entry(Kind.PARAGRAPH, self.place, label.mark, label.end)
        above = f" ({letter(self.last_letter)})" if self.last_letter else ""
        self.place = f"{self._base()}{above} ({label.body})".strip()
        return Entry(Kind.LIST_ITEM, self.place, label.mark, label.end, max(block.depth, 1))

    def _bullet(self, block: Block, label: Label) -> Entry:
        self.bullets += 1
        # Bullets do not become the place that others follow: "para. 21, bullet 2".
        base = self.place or self._position()
        return Entry(
            Kind.LIST_ITEM, f"{base}, bullet {self.bullets}", label.mark, label.end, max(block.depth, 1)
        )

    def _unlabelled(self, block: Block) -> Entry:
        self.bullets = 0
        level = block.depth if block.kind is Kind.LIST_ITEM else 0
        return Entry(block.kind, self._position(), block.mark, level=level)

    def _base(self) -> str:
        if self.paragraph:
            return f"para. {self.paragraph}" + (f", item {self.item}" if self.item else "")
        if self.item:
            return f"item {self.item}"
        return f"heading {self._path()}" if self.heading_path else ""

    def _position(self) -> str:
        """Where a reader finds a text that has no label of its own."""
        if self.place:
            return f"after {self.place}"
        if self.heading_path:
            return f"under heading {self._path()}"
        if self.paragraph:
            return f"after para. {self.paragraph}"
        self.unnumbered += 1
        return "front matter" if self.has_body else f"unnumbered para. {self.unnumbered}"
