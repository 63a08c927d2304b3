"""Pages saved from web sites: the text alone, without what stands on every page of the site."""

from collections.abc import Callable

import pytest

from termcheck.model import Document

Read = Callable[[str], Document]

SITE = """<!DOCTYPE html><html lang="ru"><head><title>Доклад о воде | Сайт</title></head><body>
<a class="visually-hidden skip-link" href="#main">Перейти к содержанию</a>
<header role="banner"><h1><a href="/">Организация</a></h1>
<ul><li><a href="/ar">العربية</a><li><a href="/en">English</a></ul>
<form action="/search"><label>Поиск</label><input name="q"><button>Найти</button></form></header>
<nav><ul><li><a href="/news">Новости</a><li><a href="/docs">Документы</a></ul></nav>
{body}
<aside><h2>Смотрите также</h2>
<p>Другие доклады о водных ресурсах, о реках и об озерах, что вышли в этом году.</p></aside>
<footer>
<p>© Организация, 2024 год. Все права на материалы этого сайта и на переводы с них защищены.</p></footer>
<script>var a = "Молдова";</script></body></html>"""
ARTICLE = """<article><header><h1>Доклад о воде</h1><p>12 мая 2024 года</p></header>
<p>Комитет рассмотрел доклад о воде и постановил продолжить его рассмотрение на следующей сессии в Женеве.</p>
<h2>Государства</h2><ul><li><a href="/cl">Чили</a><li><a href="/ml">Мали</a><li><a href="/pe">Перу</a></ul>
<footer><p>Автор: секретариат</p></footer></article>"""
LINKS = '<li><a href="/a">О нас</a><li><a href="/b">Связь</a><li><a href="/c">Архив</a>'
READ = [
    "Доклад о воде | Сайт", "Доклад о воде", "12 мая 2024 года",
    "Комитет рассмотрел доклад о воде и постановил продолжить его рассмотрение на следующей сессии в Женеве.",
    "Государства", "Чили", "Мали", "Перу", "Автор: секретариат",
]  # fmt: skip


def read(read_page: Read, text: str) -> list[str]:
    return [segment.text for segment in read_page(text).segments]


@pytest.mark.parametrize(
    "body",
    [
        f"<main>{ARTICLE}</main>",
        f'<div class="region"><p>Объявление</p></div><div role="main">{ARTICLE}</div>',
        ARTICLE,
        f'<div class="main-menu"><ul>{LINKS}</ul></div>{ARTICLE}',
        f"<ul>{LINKS}</ul>{ARTICLE}",
        f'<table><tr><td><div id="breadcrumbs">Главная &gt; Доклады</div></td></tr></table>{ARTICLE}',
        f'{ARTICLE}<div class="social-share">Сеть: <a href="/x">X</a></div><div id="pageFooter">5</div>',
    ],
)
def test_the_text_of_a_page_alone(read_page: Read, body: str) -> None:
    assert read(read_page, SITE.format(body=body)) == READ


def test_a_heading_beside_the_main_part_belongs_to_it(read_page: Read) -> None:
    page = (
        '<header><h1><a href="/">Сайт</a></h1></header><div><h1>Доклад</h1></div><main><p>Текст.</p></main>'
    )
    assert read(read_page, page) == ["Доклад", "Текст."]


@pytest.mark.parametrize(
    "kept",
    [
        '<header id="title-block-header"><h1 class="title">Доклад</h1><p class="date">Май</p></header>',
        "<ol><li>Доклад<li>Май</ol>",
        '<p><a href="#a">Доклад</a></p><h2 id="a">Май</h2>',
        '<div class="page-header"><h2>Доклад</h2></div><p>Май</p>',
        '<table><tr class="header"><th>Доклад</th></tr><tr><td>Май</td></tr></table>',
        '<section class="navigation-of-ships"><p>Доклад</p><h1>Май</h1></section>',
        "<h1>Доклад</h1><ul><li><a href='/1'>Май</a></ul>",
    ],
)
def test_what_belongs_to_the_text(read_page: Read, kept: str) -> None:
    assert read(read_page, kept) == ["Доклад", "Май"]


def test_a_container_named_like_a_menu_is_kept_with_its_prose(read_page: Read) -> None:
    words = "Комитет рассмотрел доклад о воде и постановил продолжить его рассмотрение на следующей сессии."
    assert read(read_page, f'<div class="with-sidebar footer-below"><p>{words}</p></div>') == [words]
