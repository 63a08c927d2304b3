import pytest

from termcheck.symbols import Role, faults, find, mend, parse

WELL_FORMED = """
A/69/767
A/69/767*
A/69/767/Rev.1**
A/INF/69/3
A/RES/70/1
A/RES/217(III)
A/RES/1514(XV)
A/ES-10/PV.39
A/S-30/L.1
A/HRC/RES/28/3
A/HRC/RES/S-23/1
A/HRC/28/NI/4
A/HRC/WG.6/22/PAN/1
A/HRC/AC/15/L.2
A/76/6 (Plan outline)
A/C.4/69/INF/4/Add.1
A/CN.9/WG.III/WP.156
A/CONF.224/PC(III)/L.1
A/CONF.224/PC.III./L.1
A/48/7/Add.1-15
A/48/7/Add.1a
A/48/7b
A/69/6 (Sect. 15)/Corr.1
A/69/308..PART.II
A/69/258-S/2014/530
A/65/486–S/2010/490
S/96/Rev.7
S/2015/10/Add.7
S/Agenda/7363
S/AGENDA/7391
S/AC.44/2004/(02)/69
S/PV.7380 (Resumption 1)
S/RES/2127 (2013)
S/RES/2207..2015
E/C.12/GC/20
E/CN.4/Sub.2/1998/6
E/ECA/CM/48/3
E/ESCAP/71/1
E/ICEF/2015/P/L.3
T/1800
ST/ESA/STAT/SER.M/4
ST/IC/2014/5
ST/SGB/2003/13
ATT/CSP1/2015/1
BWC/MSP/2014/5
CAC/COSP/2021/3
CAC/COSP/IRG/I/3/1/Add.19
CAT/C/54/D/477/2011
CBD/COP/14/2
CBD/WG8J/11/7
CCM/CONF/2015/7
CCPR/C/115/D/2001/2010
CCPR/C/21/Rev.1/Add.13
CD/2024
CEDAW/C/ARG/7
CEDAW/C/URY/8-9
CLCS/86
CTOC/COP/WG.4/2021/INF/1/Rev.1
DP/FPA/2015/5 (Part I/Add.1)
ECE/TRANS/505/Rev.3/Add.106/Amend.1
ECE/TRANS/WP.29/1119
FCCC/CP/2015/10/Add.1
GC.16/3
HRI/GEN/1/Rev.9 (Vol. I)
HSP/GC/25/2/Add.2
ICC-ASP/14/20
ICCD/COP(12)/4
ICCD/CST(S-4)/2
IDB.43/5-PBC.31/5
ISBA/21/C/WP.1
JIU/REP/2014/1
LC/G.2557
LC/G.2557(SES.34/3)
NPT/CONF.2015/WP.3
PBC/9/OC/1
SPLOS/277
TD/B/C.I/MEM.1/12
TRANS/WP.29/343
UNEP(DTIE)/Hg/INC.7/3
UNEP/EA.2/INF/5
UNEP/OzL.Pro.WG.1/35/2
UNODC/CCPCJ/EG.6/2015/2
UNW/2015/2
""".split("\n")[1:-1]

NOT_WELL_FORMED = {
    "": "nothing",
    "A": "no slash",
    "A/C": "no number",
    "A/": "no second part",
    "/A/69/767": "a slash in front",
    "A//69/767": "two slashes",
    "12/10/2021": "a date",
    "а/69/767": "a small Cyrillic letter",
    "А/69/767": "a Cyrillic letter that looks the same",
    "a/69/767": "a small letter",
    "A/H1N1": "a virus",
    "A/California/7/2009": "its strain",
    "A/ 69/767": "a blank",
    "A/69/767***": "three stars",
    "A/69/767/Ad.1": "no such modification",
    "A/69/76l": "a small l for a one",
    "A/69/L.l": "a small l for a one, alone",
    "A/69/7OO": "letters for noughts",
    "A/69/767/Add.1O": "a letter for a nought in the number of an addendum",
    "A/69/767/Add 1": "a blank for the dot of the addendum",
    "A/69/767/Add": "no number of the addendum",
    "A/69/767/Add.": "no number after the dot",
    "A/69/767/Add/1": "a slash for a dot",
    "A/Add.1/69/767": "an addendum before what it adds to",
    "A/69/Add.1/767": "an addendum amid the rest",
    "CTOC/COP/WG/4/2021/2": "a slash for the dot of the working group",
    "CTOC/COP/WG4/2021/2": "a dot lost",
}


@pytest.mark.parametrize("text", WELL_FORMED)
def test_finds_a_well_formed_symbol_whole(text: str) -> None:
    assert [match.text for match in find(f"см. {text}, пункт 2")] == [text]


@pytest.mark.parametrize("text", WELL_FORMED)
def test_prints_back_what_it_parsed(text: str) -> None:
    assert str(parse(text)) == text


@pytest.mark.parametrize("text", WELL_FORMED)
def test_finds_no_fault_in_a_well_formed_symbol(text: str) -> None:
    assert faults(text) == frozenset()
    assert mend(text) is None


@pytest.mark.parametrize(("text", "reason"), NOT_WELL_FORMED.items())
def test_refuses(text: str, reason: str) -> None:
    assert parse(text) is None, reason


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("A/69/767", "series session number"),
        ("S/2015/10/Add.7", "series year number modification"),
        ("A/ES-10/PV.39", "series session nature"),
        ("E/CN.6/2015/NGO/163", "series body year nature number"),
        ("CTOC/COP/WG.4/2021/INF/1/Rev.1", "series body body year nature number modification"),
        ("CEDAW/C/ARG/7", "series body body number"),
        ("A/CN.9/WG.III/WP.156", "series body body nature"),
    ],
)
def test_tells_the_role_of_each_part(text: str, roles: str) -> None:
    symbol = parse(text)
    assert symbol is not None
    assert " ".join(part.role for part in symbol.parts) == roles


def test_names_its_parts() -> None:
    symbol = parse("CTOC/COP/WG.4/2021/INF/1/Rev.1/Add.3*")
    assert symbol is not None
    assert symbol.series == "CTOC"
    assert symbol.texts(Role.BODY) == ("COP", "WG.4")
    assert symbol.year == 2021
    assert symbol.number == "1"
    assert symbol.modifications == ("Rev.1", "Add.3")
    assert symbol.stars == 1


def test_knows_the_symbol_of_a_second_organ() -> None:
    symbol = parse("A/69/258–S/2014/530")
    assert symbol is not None
    assert symbol.twin == parse("S/2014/530")
    assert symbol.joint == "–"
