"""A page as Word writes it, "filtered": in Windows-1251, its numbers and marks of notes as text."""

from datetime import date
from pathlib import Path

from termcheck.formats import read

PAGE = """<html>
<head>
<meta http-equiv=Content-Type content="text/html; charset=windows-1251">
<meta name=Generator content="Microsoft Word 15 (filtered)">
<title>Организация Объединенных Наций</title>
<style><!-- p.MsoNormal {margin:0} --></style>
</head>
<body lang=RU link=blue vlink="#954F72" style='word-wrap:break-word'>
<div class=WordSection1>
<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 width=637>
 <tr style='height:2.0cm'>
  <td width=200 colspan=2 valign=bottom><p class=MsoNormal><span
  lang=EN-GB>Организация Объединенных
Наций</span></p></td>
  <td width=300><p class=MsoNormal align=right><span style='font-size:20.0pt'>A</span>/C.3/78/L.5</p></td>
 </tr>
 <tr><td width=95><p class=MsoNormal><img width=94 height=80 src="w.gif"
  alt="Эмблема Молдовы"></p></td>
 <td><p class=MsoNormal><b><span style='font-size:17.0pt'>Генеральная Ассамблея</span></b></p></td>
 <td><p class=MsoNormal>Distr.: Limited<br>
4 October 2023<br>
Russian<br>
Original: English</p></td></tr>
</table>
<p class=MsoNormal>&nbsp;</p>
<p class=HCh style='margin-left:63.0pt;text-indent:-63.0pt'><b>            I.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span>Введение</b></p>
<p class=SingleTxt style='margin-left:63.35pt'>1.<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span>В&nbsp;своей
резолюции&nbsp;75/1<a href="#_ftn1" name="_ftnref1" title=""><span
class=MsoFootnoteReference><span class=MsoFootnoteReference><span
style='font-size:10.0pt'>[1]</span></span></span></a> Генеральная Ассамблея постановила:</p>
<p class=SingleTxt style='text-indent:-18pt'><span style='font-family:Symbol'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span>рассмотреть
доклад;</p>
</div>
<div><br clear=all>
<hr align=left size=1 width="33%">
<div id=ftn1>
<p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference><span
class=MsoFootnoteReference>[1]</span></span></a> Док. A/75/1.</p>
</div></div>
</body>
</html>
"""


def test_a_filtered_page(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(PAGE.replace("\n", "\r\n").encode("cp1251"))
    page = read(path, "ru")
    assert (page.symbol, page.date) == ("A/C.3/78/L.5", date(2023, 10, 4))
    assert [(s.place.label, s.mark, s.text) for s in page.segments] == [
        ("metadata (title)", "", "Организация Объединенных Наций"),
        ("table 1, row 1, column 1", "", "Организация Объединенных Наций"),
        ("table 1, row 1, column 3", "", "A/C.3/78/L.5"),
        ("table 1, row 2, column 2", "", "Генеральная Ассамблея"),
        ("table 1, row 2, column 3", "", "Distr.: Limited"),
        ("table 1, row 2, column 3", "", "4 October 2023"),
        ("table 1, row 2, column 3", "", "Russian"),
        ("table 1, row 2, column 3", "", "Original: English"),
        ("heading I", "I.", "Введение"),
        ("para. 1", "1.", "В\xa0своей резолюции\xa075/1 Генеральная Ассамблея постановила:"),
        ("para. 1, bullet 1", "•", "рассмотреть доклад;"),
        ("footnote 1", "1", "Док. A/75/1."),
    ]
    assert page.segments[9].notes == ((22, "1"),)
