import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from termcheck.recognition.people import nearest_spelling, nominatives

STRANGE = 0.5

PLAUSIBLE = {
    "Spanish": "Guillermo Гильермо, Echeverría Эчеверрия, Quiñones Киньонес, Joaquín Хоакин",
    "French": "Guillaume Гийом, Jacques Жак, Bertrand Бертран, Moreau Моро, Benoît Бенуа",
    "Portuguese": "João Жуан, Magalhães Магальяйнш, Conceição Консейсан, Guimarães Гимарайнш",
    "Italian": "Giuseppe Джузеппе, Bianchi Бьянки, Guglielmo Гульельмо, Azeglio Адзельо",
    "German": "Jürgen Юрген, Schulze Шульце, Weizsäcker Вайцзеккер, Friedrich Фридрих, Heuss Хойс",
    "English": "George Джордж, Wright Райт, Matthew Мэтью, Joyce Джойс, Hugh Хью, Shaw Шоу, Burton Бертон",
    "Polish": "Krzysztof Кшиштоф, Wójcik Вуйцик, Szczepański Щепаньский, Grzegorz Гжегож",
    "Hungarian": "Sándor Шандор, György Дьёрдь, Zsolt Жолт, Nagy Надь, Csaba Чаба",
    "Serbian": "Đorđević Джорджевич, Živković Живкович, Jelena Елена",
    "Turkish": "Çavuş Чавуш, Cemal Джемаль, Özgür Озгюр, Işık Ышик",
    "Arabic": "Youssef Юсуф, Abdallah Абдалла, Qasim Касим, Dhahabi Захаби, Khatib Хатиб, Ghassan Гассан",
    "Persian": "Gholamreza Голамреза, Javad Джавад, Khosravi Хосрави",
    "Chinese": "Zhang Чжан, Xueying Сюэин, Qu Цюй, Jianguo Цзяньго, Zhou Чжоу, Ruixiang Жуйсян, Cui Цуй",
    "Korean": "Park Пак, Jong Чен, Joon Чжун, Yoon Юн",
    "Japanese": "Izumi Идзуми, Tsuchiya Цутия, Junichi Дзюнъити, Shinzo Синдзо",
    "African": "Ndiaye Ндиай, Ouédraogo Уэдраого, Nkrumah Нкрума, Traoré Траоре",
    "Russian": "Sergey Сергей, Sergei Сергей, Yury Юрий, Shcherbakova Щербакова, Alexander Александр",
    "Ukrainian": "Dmytro Дмитрий, Serhiy Сергей, Yevhen Евгений, Zelenskyy Зеленский, Tkachenko Ткаченко",
    "Georgian": "Maisuradze Маисурадзе, Giorgi Георгий, Nino Нино, Saakashvili Саакашвили",
    "Armenian": "Hovhannisyan Оганнисян, Petrosyan Петросян",
}
PAIRS = [tuple(pair.split()) for line in PLAUSIBLE.values() for pair in line.split(", ")]


@pytest.mark.parametrize(("name", "russian"), PAIRS)
def test_takes_what_a_language_makes_of_a_name(name: str, russian: str) -> None:
    found = nearest_spelling(name, russian)
    assert found is not None
    assert found.distance < STRANGE


@pytest.mark.parametrize(
    ("name", "russian", "right"),
    [
        ("Kovač", "Копач", "ковач"),
        ("Kovač", "Ковкач", "ковач"),
        ("Kubat", "Кбуат", "кубат"),
        ("Salazar", "Саласаша", "саласара"),
        ("Maisuradze", "Маисуразде", "маисурадзе"),
        ("Zhang", "Чжап", "чжан"),
        ("Haddad", "Халдад", "хаддад"),
    ],
)
def test_tells_a_slip_and_mends_it(name: str, russian: str, right: str) -> None:
    found = nearest_spelling(name, russian)
    assert found is not None
    assert found.distance >= STRANGE
    assert found.text == right


@pytest.mark.parametrize(
    ("name", "russian"), [("Lind", "Кубат"), ("Zhang", "Председатель"), ("Li", "Комитет"), ("", "Ли")]
)
def test_another_word_is_no_spelling(name: str, russian: str) -> None:
    assert nearest_spelling(name, russian) is None


@given(st.sampled_from(PAIRS), st.integers(0, 12), st.sampled_from("абвгдежзиклмнопрстуфхцчшыэюя"))
def test_what_it_mends_is_plausible(pair: tuple[str, str], place: int, letter: str) -> None:
    name, russian = pair
    found = nearest_spelling(name, russian[:place] + letter + russian[place + 1 :])
    assume(found is not None)
    assert found is not None
    mended = nearest_spelling(name, found.text)
    assert mended is not None
    assert mended.distance <= found.distance


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Гада", "Гаду"),
        ("Кубат", "Кубатом"),
        ("Павел", "Павла"),
        ("Сергей", "Сергею"),
        ("Ковальский", "Ковальского"),
    ],
)
def test_cases_of_one_name_have_a_nominative_in_common(one: str, other: str) -> None:
    assert not nominatives(one).isdisjoint(nominatives(other))


@pytest.mark.parametrize(("one", "other"), [("Гада", "Гхаду"), ("Ламбер", "Ламберта"), ("Сергей", "Сергий")])
def test_other_names_have_none(one: str, other: str) -> None:
    assert nominatives(one).isdisjoint(nominatives(other))
