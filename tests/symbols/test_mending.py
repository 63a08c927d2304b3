import pytest

from termcheck.symbols import Fault, faults, key, main_fault, mend

# what stands in a text, what it was to be (None: nobody can tell), its faults
DAMAGED = [
    # Cyrillic letters that look like the Latin ones
    ("СТОС/COP/WG.4/2021/1", "CTOC/COP/WG.4/2021/1", "mixed-script"),
    ("А/69/767", "A/69/767", "mixed-script"),
    ("E/ICЕF/2015/L.4", "E/ICEF/2015/L.4", "mixed-script"),
    ("A/CONF.224/РС.ІІІ./L.2", "A/CONF.224/PC.III./L.2", "mixed-script"),
    ("CEDAW/С/МMR/4.5", "CEDAW/C/MMR/4.5", "mixed-script"),
    ("A/69/643/Сorr.1", "A/69/643/Corr.1", "mixed-script"),
    ("NPT/CONF.2020/РС.III/WР.5", "NPT/CONF.2020/PC.III/WP.5", "mixed-script"),
    ("CAT/C/СR/33/3", "CAT/C/CR/33/3", "mixed-script"),
    ("DP/FPA/2015/5 (Раrt I)", "DP/FPA/2015/5 (Part I)", "mixed-script"),
    ("A/69/7О7", "A/69/707", "mixed-script"),
    ("A/C.З/69/2", "A/C.3/69/2", "mixed-script"),
    ("A/7б/100", "A/76/100", "mixed-script"),
    ("E/CN.б/2021/З", "E/CN.6/2021/3", "mixed-script"),
    ("A/69/ЗОб", "A/69/306", "mixed-script"),
    ("САС/COSP/2021/3", "CAC/COSP/2021/3", "mixed-script"),
    ("Ѕ/2021/45", "S/2021/45", "mixed-script"),
    # parts in Russian
    ("СТОС/СОР/ВГ.4/2021/2", "CTOC/COP/WG.4/2021/2", "mixed-script transliterated"),
    ("КТОК/КОП/РГ.4/2021/2", "CTOC/COP/WG.4/2021/2", "transliterated"),
    ("E/КН.9/2015/НПО/14", "E/CN.9/2015/NGO/14", "transliterated"),
    ("E/СН.9/2015/L.1", "E/CN.9/2015/L.1", "transliterated"),
    ("A/КОНФ.222/12", "A/CONF.222/12", "transliterated"),
    ("A/АК.105/1088", "A/AC.105/1088", "transliterated"),
    ("E/CN.5/2015/Л.5", "E/CN.5/2015/L.5", "transliterated"),
    ("S/РЕЗ/1540 (2004)", "S/RES/1540 (2004)", "transliterated"),
    ("A/RES/70/1/Доп.2", "A/RES/70/1/Add.2", "transliterated"),
    ("A/69/767/Ред.1", "A/69/767/Rev.1", "transliterated"),
    ("A/69/767/Доп 1", "A/69/767/Add.1", "transliterated malformed"),
    ("A/69/767/Испр.1", "A/69/767/Corr.1", "transliterated"),
    ("A/69/767/Пересм.1/Доп.3", "A/69/767/Rev.1/Add.3", "transliterated"),
    ("ECE/TRANS/505/Изм.1", "ECE/TRANS/505/Amend.1", "transliterated"),
    ("CEDAW/C/АРГ/7", "CEDAW/C/ARG/7", "transliterated"),
    ("A/C.4/69/СР.1", "A/C.4/69/SR.1", "transliterated"),
    ("FCCC/КС/2015/10", None, "transliterated"),  # the Conference of the Parties is CP here, COP elsewhere
    # blanks
    ("A/ 69/767", "A/69/767", "spacing"),
    ("A / AC.182/L.139", "A/AC.182/L.139", "spacing"),
    ("CTOC/COP/WG.4 /2021/2", "CTOC/COP/WG.4/2021/2", "spacing"),
    ("CTOC/COP/WG. 4/2021/2", "CTOC/COP/WG.4/2021/2", "spacing"),
    ("E/2015/9/ Add.5", "E/2015/9/Add.5", "spacing"),
    ("E/2015/9/Add. 5", "E/2015/9/Add.5", "spacing"),
    ("A/\u00a069/767", "A/69/767", "spacing"),
    ("A/69/\u00ad767", "A/69/767", "spacing"),
    ("S/ RES/2127 (2013)", "S/RES/2127 (2013)", "spacing"),
    ("A/ES- 10/673", "A/ES-10/673", "spacing"),
    # slashes, dots, modifications
    ("A//69/767", "A/69/767", "malformed"),
    ("A/CN.4./680", "A/CN.4/680", "malformed"),
    ("A/69/767/Add..1", "A/69/767/Add.1", "malformed"),
    ("A/69/767/Add,1", "A/69/767/Add.1", "malformed"),
    ("A/69/767/Add/1", "A/69/767/Add.1", "malformed"),
    ("A/69/767/Add1", "A/69/767/Add.1", "malformed"),
    ("A/69/767/Ad.1", "A/69/767/Add.1", "malformed"),
    ("A/69/767/Adn.1", "A/69/767/Add.1", "malformed"),
    ("A/69/767/Rew.1", "A/69/767/Rev.1", "malformed"),
    ("A/69/767/Cor.2*", "A/69/767/Corr.2*", "malformed"),
    ("A/69/767 Add.1", "A/69/767/Add.1", "malformed"),
    ("A/69/767.Add.1", "A/69/767/Add.1", "malformed"),
    ("A/69/767Add.1", "A/69/767/Add.1", "malformed"),
    ("CTOC/COP/WG/4/2021/2", "CTOC/COP/WG.4/2021/2", "malformed"),
    ("CTOC/COP/WG4/2021/2", "CTOC/COP/WG.4/2021/2", "malformed"),
    ("A/69/7O7", "A/69/707", "malformed"),
    ("A/69/7OO", "A/69/700", "malformed"),
    ("A/69/lO7", "A/69/107", "malformed"),
    ("A/69/I07", "A/69/107", "malformed"),
    ("A/69/70l", "A/69/701", "malformed"),
    ("A/69/767/Add.1O", "A/69/767/Add.10", "malformed"),
    ("A/69/767/Rev.l", "A/69/767/Rev.1", "malformed"),
    ("CTOC/COP/WG.4/2021/L.l", "CTOC/COP/WG.4/2021/L.1", "malformed"),
    ("CTOC/COP/2020/INF/l", "CTOC/COP/2020/INF/1", "malformed"),
    ("A/69/O7", None, ""),  # no number begins with a nought
    ("A/69/767/Add 1", "A/69/767/Add.1", "malformed"),
    ("CTOC/COP/WG 4/2021/2", "CTOC/COP/WG.4/2021/2", "malformed"),
    ("UNEP/EA1./10", "UNEP/EA.1/10", "malformed"),
    ("A/69/767/Add", None, "malformed"),
    ("A/Add.1/69/767", None, "malformed"),
    # capitals
    ("A/AC.105/РЕ.3", None, "transliterated"),  # neither PE nor RE is known
    ("a/69/767", "A/69/767", "case"),
    ("A/69/767/add.1", "A/69/767/Add.1", "case"),
    ("A/Ac.105/1088", "A/AC.105/1088", "case"),
    ("icc-asp/14/res.4", "ICC-ASP/14/Res.4", "case"),
    ("Ctoc/Cop/WG.4/2021/2", "CTOC/COP/WG.4/2021/2", "case"),
    # several at once
    ("А / 69/767/Доп. 2", "A/69/767/Add.2", "mixed-script transliterated spacing"),
]


@pytest.mark.parametrize(("damaged", "meant", "expected"), DAMAGED)
def test_mends_what_is_certain_and_names_the_damage(damaged: str, meant: str | None, expected: str) -> None:
    assert mend(damaged) == meant
    assert faults(damaged) == set(map(Fault, expected.split()))


@pytest.mark.parametrize("text", ["", "и/или", "ВИЧ/СПИД", "km/h", "12/10/2021", "А/я 15", "ГОСТ/2015/3"])
def test_leaves_alone_what_was_no_symbol(text: str) -> None:
    assert mend(text) is None
    assert faults(text) == frozenset()


def test_reports_a_symbol_by_its_gravest_fault() -> None:
    assert main_fault({Fault.SPACING, Fault.MIXED_SCRIPT}) is Fault.MIXED_SCRIPT
    assert main_fault({Fault.MIXED_SCRIPT, Fault.TRANSLITERATED}) is Fault.TRANSLITERATED
    assert main_fault({Fault.MALFORMED, Fault.MIXED_SCRIPT}) is Fault.MIXED_SCRIPT
    assert main_fault(()) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A/69/767*", "A/69/767"),
        ("A / 69/767", "A/69/767"),
        ("СТОС/СОР/ВГ.4/2021/2", "CTOC/COP/WG.4/2021/2"),
        ("S/RES/2127(2013)", "S/RES/2127 (2013)"),
        ("A/69/258–S/2014/530", "A/69/258-S/2014/530"),
        ("S/AGENDA/7391", "S/Agenda/7391"),
        ("A/69/767/ADD.1", "A/69/767/Add.1"),
    ],
)
def test_gives_two_ways_of_writing_one_key(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_gives_two_documents_two_keys() -> None:
    assert key("A/69/767") != key("A/69/767/Add.1")
