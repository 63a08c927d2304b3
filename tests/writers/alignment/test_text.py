from termcheck.model import Alignment
from termcheck.writers.alignment.text import alignment_as_text


def test_text_has_a_line_a_pair_in_columns(alignment: Alignment) -> None:
    _, first, second = alignment_as_text(alignment).splitlines()
    assert first.split("  ")[:2] == ["0.97", "para. 2: One & two."]
    assert first.endswith("para. 2+para. 3: Раз. / Два.")
    assert second.startswith("0.50  —")
    assert first.index("para. 2+") == second.index("para. 4:")
    assert not first.endswith(" ")
