"""A repository of short reports in two languages, each other than all others."""

from collections.abc import Callable
from pathlib import Path

import pytest

_TOPICS = (
    ("technical assistance", "технической помощи"),
    ("forest fires", "лесных пожаров"),
    ("asset recovery", "возвращения активов"),
    ("public procurement", "государственных закупок"),
    ("crime statistics", "статистики преступности"),
)
# The last ones are mistakes: an informal name, another State, a letter of the wrong alphabet.
_STATEMENTS = (
    ("The representative of Peru spoke on {topic}.", "Представитель Перу выступил по вопросу {topic}."),
    ("The observer for Chile supported the proposal.", "Наблюдатель от Чили поддержал это предложение."),
    ("The General Assembly took note of the report.", "Генеральная Ассамблея приняла к сведению доклад."),
    ("The Republic of Moldova joined the consensus.", "Молдова присоединилась к консенсусу."),
    ("The representative of Niger asked for a vote.", "Представитель Нигерии просил провести голосование."),
    ("See document CTOC/COP/2022/{number}.", "См. документ СTOC/COP/2022/{number}."),
)


@pytest.fixture(scope="session")
def repository() -> Callable[[Path, int], Path]:
    """Write so many pairs into a folder, with a configuration that finds them."""

    def write(folder: Path, pairs: int) -> Path:
        for number in range(pairs):
            for language, side in (("en", 0), ("ru", 1)):
                file = folder / language / f"session-{number // 20}" / f"report-{number:03}.md"
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(_report(number, side), encoding="utf-8")
        (folder / "termcheck.toml").write_text(
            '[[pairs]]\nrussian = "ru/{path}.md"\nenglish = "en/{path}.md"\n', encoding="utf-8"
        )
        return folder

    return write


def _report(number: int, side: int) -> str:
    topic = _TOPICS[number % len(_TOPICS)][side]
    heading = ("Report on {topic}", "Доклад по вопросу {topic}")[side]
    told = [_STATEMENTS[(number * step) % len(_STATEMENTS)][side] for step in (1, 5, 7)]
    told.insert(number % 4, _STATEMENTS[number % 3][side])
    lines = (f"{place}. {text}" for place, text in enumerate(told, 1))
    return "\n\n".join((f"# {heading}", *lines)).format(topic=topic, number=number + 1) + "\n"
