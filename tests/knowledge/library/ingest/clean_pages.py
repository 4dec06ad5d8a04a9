"""Pages as sites make them, in which every word of the article can be seen."""

from collections.abc import Callable, Sequence
from html import escape

Page = Callable[[str, Sequence[str], str], str]
"""A page of a title, paragraphs and a language."""

_RESET = "html{font-size:62.5%}body{margin:0;font:400 1.6rem/1.5 Georgia,serif;color:#222}"
_READERS = ".sr{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)}"


def _paragraphs(texts: Sequence[str], attributes: str = "") -> str:
    return "".join(f"<p {attributes}>{escape(text)}</p>\n" for text in texts)


def _page(language: str, head: str, body: str, attributes: str = "") -> str:
    way = "rtl" if language == "ar" else "ltr"
    begin = (
        f"<!doctype html><html lang={language} dir={way}><head><meta charset=utf-8>{head}</head>"
    )
    return f"{begin}<body {attributes}>{body}</body></html>"


def _plain(title: str, texts: Sequence[str], language: str) -> str:
    style = f"<style>{_RESET}{_READERS}@media print{{article{{display:none}}}}</style>"
    menu = "<nav><a class=sr href=#a>Skip</a><ul hidden><li>Home</ul></nav>"
    return _page(language, style, f"{menu}<article><h1>{title}</h1>{_paragraphs(texts)}</article>")


def _dark(title: str, texts: Sequence[str], language: str) -> str:
    style = (
        "<style>:root{--ground:#111;--text:#fff}body{background:var(--ground);color:var(--text)}"
        "article p{color:var(--elsewhere,#eee)}h1{color:#fff}"
        "@media (prefers-color-scheme:light){body{background:#fff;color:#000}}</style>"
    )
    return _page(language, style, f"<article><h1>{title}</h1>{_paragraphs(texts)}</article>")


def _elsewhere(title: str, texts: Sequence[str], language: str) -> str:
    """Half of the style is in a sheet that is not fetched."""
    style = (
        "<link rel=stylesheet href=/a.css><style>.card{background:var(--card)}"
        ".card h1{color:#fff}.card p{background-color:#fff;color:var(--ink)}</style>"
    )
    return _page(
        language, style, f"<article class=card><h1>{title}</h1>{_paragraphs(texts)}</article>"
    )


def _narrow_first(title: str, texts: Sequence[str], language: str) -> str:
    style = (
        "<style>@layer base{.hidden{display:none}}@media (min-width:48em){.wide{display:block}}"
        "@media (max-width:600px){.not-narrow{display:none}}"
        "@supports (display:grid){.grid{display:grid}}</style>"
    )
    first, *others = texts
    body = f"<p class='hidden wide'>{escape(first)}</p>{_paragraphs(others, 'class=not-narrow')}"
    return _page(language, style, f"<article class=grid><h1>{title}</h1>{body}</article>")


def _moving(title: str, texts: Sequence[str], language: str) -> str:
    style = (
        "<style>@keyframes rise{from{opacity:0;transform:translateY(20px)}to{opacity:1}}"
        ".rise{opacity:0;animation:rise .6s ease .2s forwards}"
        "body{animation:-amp-start 8s steps(1,end) 0s 1 normal both}"
        "@keyframes -amp-start{from{visibility:hidden}to{visibility:visible}}</style>"
    )
    body = _paragraphs(texts, "class=rise")
    return _page(language, style, f"<article><h1 class=rise>{title}</h1>{body}</article>")


def _colourful(title: str, texts: Sequence[str], language: str) -> str:
    style = (
        "<style>h1{background:linear-gradient(90deg,#c00,#00c);-webkit-background-clip:text;"
        "background-clip:text;color:transparent}.cover{background-image:url(a.jpg)}"
        ".cover p{color:#fff}.box{background:#003 no-repeat right top}.box p{color:white}</style>"
    )
    half = len(texts) // 2
    body = f"<div class=cover>{_paragraphs(texts[:half])}</div>"
    body += f"<div class=box>{_paragraphs(texts[half:])}</div>"
    return _page(language, style, f"<article><h1>{title}</h1>{body}</article>")


def _boxes(title: str, texts: Sequence[str], language: str) -> str:
    style = (
        "<style>.row{font-size:0}.row>*{font-size:1rem}.row p{font-size:clamp(1rem,2vw,2rem)}"
        ".cell{width:1%;overflow:hidden}.flex{flex:1 1 0;width:0;overflow:hidden}"
        ".ratio{height:0;padding-bottom:56.25%;overflow:hidden;position:relative}"
        ".full{max-width:100%;max-height:100%;overflow:hidden}.first{text-indent:-1em}</style>"
    )
    kinds = ("cell", "flex", "ratio", "full", "first")
    body = "".join(
        f"<div class={kinds[n % len(kinds)]}><p>{escape(text)}</p></div>"
        for n, text in enumerate(texts)
    )
    body = f"<article><h1>{title}</h1><div class=row><section>{body}</section></div></article>"
    return _page(language, style, body)


def _old(title: str, texts: Sequence[str], language: str) -> str:
    said = "".join(f"<font color=#ffffff size=2>{escape(text)}</font><br>" for text in texts)
    body = f"<table><tr><td bgcolor=black><font color=white><b>{title}</b></font>{said}</table>"
    return _page(language, "", body, "bgcolor=#ffffff text=#000000")


def _starry(title: str, texts: Sequence[str], language: str) -> str:
    said = "".join(f"<p><font color=white>{escape(text)}</font></p>" for text in texts)
    return _page(language, "", f"<h1>{title}</h1>{said}", "background=stars.gif text=white")


def _scripted(title: str, texts: Sequence[str], language: str) -> str:
    style = (
        "<style>.js-only{display:none!important}.story{display:block!important}"
        ".tab{display:none}.tab.active{display:block}[hidden]{display:none}</style>"
    )
    marks = "<strong aria-hidden=true>1.</strong> <i class=icon aria-hidden=true>→</i>"
    body = f"<div class='tab active'>{marks}{_paragraphs(texts)}</div>"
    return _page(
        language,
        style,
        f"<article class=story style='display:none'><h1>{title}</h1>{body}</article>",
    )


PAGES: dict[str, Page] = {
    "plain": _plain,
    "dark": _dark,
    "elsewhere": _elsewhere,
    "narrow-first": _narrow_first,
    "moving": _moving,
    "colourful": _colourful,
    "boxes": _boxes,
    "old": _old,
    "starry": _starry,
    "scripted": _scripted,
}
