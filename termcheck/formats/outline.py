"""What each block is and how its reader would name it: "heading IV.B", "para. 27 (b)".

A text without a number is named by what stands above it and counted: "IV.B, second paragraph".

Labels are understood in their sequence, as a reader does: "C." after "B." is a letter, "I." alone is a
Roman one, "1." after "para. 18 … the following agenda:" is an item and not a new first paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from termcheck.formats.blocks import Block
from termcheck.formats.labels import Label, Shape, candidate
from termcheck.formats.numerals import letter, letter_values, ordinal
from termcheck.formats.titles import BELOW_MARKUP, first_page, looks_like_heading, markup_depth
from termcheck.model import Kind
from termcheck.numbers.roman import roman, roman_value

_UNMARKED_HEADING = 160  # code points, where no markup says that it is a heading
_ROMAN, _LETTER, _NUMBER, _ITEM = 1, 2, 3, 4  # levels of labelled headings


@dataclass(frozen=True, slots=True)
class Entry:
    """A block understood: what it is, its label as typed and how much of the text that label takes."""

    kind: Kind
    place: str
    mark: str = ""
    cut: int = 0
    level: int = 0


def outline(blocks: Sequence[Block]) -> list[Entry]:
    """An entry for each block, in their order."""
    labels = [candidate(block) for block in blocks]
    state = _Outline(blocks, labels, first_page(blocks, labels))
    return [state.enter(index) for index in range(len(blocks))]


@dataclass(slots=True)
class _Outline:
    """Where a reader stands who has come to a certain block."""

    blocks: Sequence[Block]
    labels: Sequence[Label | None]
    front: int  # how many blocks are the first page
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
    is_numbered: bool = False  # whether a number stands above, since the last heading
    heading: str = ""  # the name of the last heading
    texts: int = 0  # without a label since then
    later: int = 0  # without a label since the last labelled block
    text: str = ""  # the name of the last block: bullets stand below it
    base: str = ""  # what letters stand below: the last number, without one the last text or heading
    capitals: dict[int, list[int]] = field(default_factory=dict)  # value → positions
    numbers: list[tuple[int, int]] = field(default_factory=list)  # position, number

    def __post_init__(self) -> None:
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
            return self._heading(index, label)
        if not label:
            return self._unlabelled(index)
        if label.shape is Shape.CAPITAL:
            if self._is_title(index, label):
                return self._labelled_heading(block, label)
            return self._unlabelled(index)
        if label.shape is Shape.NUMBER:
            return self._number(index, label)
        if label.shape is Shape.ITEM:
            return self._item(index, label)
        if label.shape is Shape.STAR:
            if block.kind is Kind.LIST_ITEM:
                return self._bullet(block, label)
            return Entry(Kind.FOOTNOTE, f"footnote {label.mark}", label.mark, label.end)
        if label.shape is Shape.BULLET:
            return self._bullet(block, label)
        return self._counted(block, label)

    # Headings

    def _heading(self, index: int, label: Label | None) -> Entry:
        block = self.blocks[index]
        if label and label.shape not in (Shape.BULLET, Shape.STAR):
            return self._labelled_heading(block, label)
        depth = markup_depth(block)
        while self.marked and self.marked[-1][1] >= depth and depth < BELOW_MARKUP:
            self.marked.pop()
        level = self.marked[-1][0] + 1 if self.marked else 1
        if depth < BELOW_MARKUP:
            self.marked.append((level, depth))
        name = block.text if len(block.text) <= 40 else block.text[:39].rstrip() + "…"
        self._start_heading(f"“{name}”")
        place = "title" if index < self.front else f"heading {self.heading}"
        return Entry(Kind.HEADING, place, level=level)

    def _labelled_heading(self, block: Block, label: Label) -> Entry:
        level, name = self._heading_label(label)
        self.heading_path = {at: path for at, path in self.heading_path.items() if at < level}
        self.heading_path[level] = name
        while self.marked and self.marked[-1][0] >= level:
            self.marked.pop()
        self.marked.append((level, block.depth or BELOW_MARKUP))
        self._start_heading(self._path())
        return Entry(Kind.HEADING, f"heading {self.heading}", label.mark, label.end, level)

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

    def _start_heading(self, name: str) -> None:
        self.heading = self.base = self.text = name
        self.place, self.is_numbered = "", False
        self.texts = self.later = 0
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
            return self._unlabelled(index)  # "… в пункте 1. резолюция …", a line broken at a bad place
        if self._is_item(index, number):
            self.item = number
            self._start_number(
                f"para. {self.paragraph}, item {number}" if self.paragraph else f"item {number}"
            )
            return Entry(Kind.LIST_ITEM, self.place, label.mark, label.end, max(block.depth, 1))
        self.paragraph, self.item = number, 0
        self._start_number(f"para. {number}")
        return Entry(Kind.PARAGRAPH, self.place, label.mark, label.end)

    def _start_number(self, place: str) -> None:
        self.is_numbered, self.base = True, place
        self.last_letter = self.last_roman = 0
        self._label(place)

    def _label(self, place: str) -> None:
        self.place = self.text = place
        self.later = self.bullets = 0

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

    def _item(self, index: int, label: Label) -> Entry:
        block = self.blocks[index]
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
                return self._unlabelled(index)
            self.last_letter = due if due in letters else letters[0]
            self.last_roman = 0
            level, name = 1, letter(self.last_letter)
        level = max(level + (1 if self.item else 0), block.depth)
        above = f" ({letter(self.last_letter)})" if is_roman and self.last_letter else ""
        self._label(f"{self.base}{above} ({name})".strip())
        return Entry(Kind.LIST_ITEM, self.place, label.mark, label.end, level)

    def _counted(self, block: Block, label: Label) -> Entry:
        """ "1)" and "2.1." stand below a paragraph, whatever else does."""
        if label.shape is Shape.LEVELS:
            self._start_number(f"para. {label.body}")
            return Entry(Kind.PARAGRAPH, self.place, label.mark, label.end)
        above = f" ({letter(self.last_letter)})" if self.last_letter else ""
        self._label(f"{self.base}{above} ({label.body})".strip())
        return Entry(Kind.LIST_ITEM, self.place, label.mark, label.end, max(block.depth, 1))

    def _bullet(self, block: Block, label: Label) -> Entry:
        self.bullets += 1
        # Bullets do not become the place that others follow: "para. 21, bullet 2".
        place = ", ".join(filter(None, (self.text, f"bullet {self.bullets}")))
        return Entry(Kind.LIST_ITEM, place, label.mark, label.end, max(block.depth, 1))

    def _unlabelled(self, index: int) -> Entry:
        block = self.blocks[index]
        level = block.depth if block.kind is Kind.LIST_ITEM else 0
        if index < self.front:
            return Entry(block.kind, "front matter", block.mark, level=level)
        self.bullets, self.text = 0, self._counted_text()
        if not self.is_numbered:
            self.base = self.text
        return Entry(block.kind, self.text, block.mark, level=level)

    def _counted_text(self) -> str:
        """Where a reader finds a text that has no label of its own."""
        if self.is_numbered:
            self.later += 1
            return f"after {self.place}" + (f", {ordinal(self.later)} paragraph" if self.later > 1 else "")
        self.texts += 1
        if self.heading:
            return f"{self.heading}, {ordinal(self.texts)} paragraph"
        return f"unnumbered para. {self.texts}"
