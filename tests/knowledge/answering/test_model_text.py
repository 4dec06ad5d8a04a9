import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.model_text import clean_text, drop_name_marks, find_fault, word_runs

SHOWN = word_runs(
    [
        "The Islamic State claimed responsibility for the Moscow attack on the concert hall.",
        "Президент России продолжает обвинять Украину и её союзников в организации теракта.",
        "伊斯兰国声称对莫斯科音乐厅的袭击事件负责，该事件造成至少一百三十七人死亡。",
    ]
)
TOLD = word_runs(["You help readers to find out what news articles say, and who says it."])


def fault(text: str) -> str | None:
    return find_fault(clean_text(text), SHOWN, TOLD, ["The Daily Example"])


@pytest.mark.parametrize(
    "text",
    [
        "ISIS claimed responsibility for the attack.",
        "Putin’s government says it’s Ukraine’s doing; the allies' role isn't clear.",
        "EE.UU. niega que Ucrania esté detrás; murieron 1.300 personas, un 3.5 % más.",
        "The U.S. and the U.K. deny it, e.g. at 20:30 on 24.03.2024, p. 5.",
        "Л'Экип и д'Артаньян: об'єкт, пов’язаний із Києвом, т.е. столицей, в 2024 г.",
        "L’Ukraine n’a pas d’lien avec l’attaque, selon Washington.",
        "普京指责乌克兰：他说乌克兰参与其中。美国否认。",
        "اتهم بوتين أوكرانيا بالوقوف وراء الهجوم، ونفت واشنطن ذلك.",
        "Either/or: 50/50, and/or 3:2.",
        "🕯 137 people died.",
    ],
)
def test_honest_statements_pass_in_every_language(text: str) -> None:
    assert fault(text) is None


@pytest.mark.parametrize("opening", list('"“”„‟«»‹›「」『』《》〈〉＂'))
def test_no_quotation_mark_of_any_kind_is_shown(opening: str) -> None:
    assert "marks" in (fault(f"He said {opening}we did it all by ourselves.") or "")


@pytest.mark.parametrize(
    "text",
    [
        "He said 'we did it all by ourselves' on Friday.",
        "He said ‘we did it all by ourselves.’",
        "He said ‚we did it all by ourselves‘.",
        "He said &quot;we did it all&quot;.",
        "He said &#34;we did it all&#34;.",
        "He said `we did it all`.",
    ],
)
def test_single_marks_and_written_out_marks_count_too(text: str) -> None:
    assert "marks" in (fault(text) or "")


@pytest.mark.parametrize(
    "text",
    [
        "More at https://evil.example/x today.",
        "More at evil.example today.",
        "More at EVIL.EXAMPLE/x?u=1.",
        "More at x.com today.",
        "More at 163.com today.",
        "More at пример.рф today.",
        "More at ｅｖｉｌ．ｅｘａｍｐｌｅ today.",
        "More at evil。example today.",
        "More at ev\u200bil.exam\u200bple today.",
        "More at evil[.]example today.",
        "More at evil (dot) example today.",
        "More at www.evil today.",
        "More at 192.168.0.1 today.",
        "Ask @evil_bot about it.",
        "Write to me@evil about it.",
        "Open tg://resolve?domain=evil now.",
        "Open tg:resolve?domain=evil now.",
        "Open t.me/evil now.",
        "Open javascript:alert(1) now.",
        "Press /start now.",
        "See [proof](here) now.",
        "See <a href=x>proof</a> now.",
        "See <!-- x --> now.",
    ],
)
def test_no_link_address_or_handle_is_shown(text: str) -> None:
    assert "link" in (fault(text) or "")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("", "nothing", id="empty"),
        pytest.param("… 5 — 7 !", "nothing", id="no-letter"),
        pytest.param("\u200b\u202e\U000e0041", "nothing", id="invisible"),
        pytest.param("so " * 300, "long", id="too-long"),
        pytest.param("As the DAILY example reports, ISIS did it.", "outlet", id="outlet"),
        pytest.param("As the Daily Examples report, ISIS did it.", None, id="another-name"),
        pytest.param(
            "It helps readers to find out what news articles say daily.",
            "instructions",
            id="instructions",
        ),
        pytest.param(
            "The islamic state claimed responsibility for the Moscow attack, he said.",
            "copies",
            id="copied",
        ),
        pytest.param(
            "Islamic State claimed responsibility for the Moscow killings.", None, id="seven-words"
        ),
        pytest.param(
            "Он, президент России, продолжает обвинять Украину и её союзников в этом.",
            "copies",
            id="copied-cyrillic",
        ),
        pytest.param(
            "据报道，伊斯兰国声称对莫斯科音乐厅的袭击事件负责。", "copies", id="copied-chinese"
        ),
        pytest.param("伊斯兰国声称对袭击负责。", None, id="own-words-chinese"),
    ],
)
def test_other_faults_have_their_reason(text: str, reason: str | None) -> None:
    found = fault(text)
    assert (found is None) if reason is None else (reason in (found or ""))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            "Теракт в «Крокус Сити Холле» был в пятницу.",
            "Теракт в Крокус Сити Холле был в пятницу.",
        ),
        ("据《华盛顿邮报》报道", "据华盛顿邮报报道"),
        ("She told ‘ABC’ so.", "She told ABC so."),
        ("He called it “an act of terrorism” then.", "He called it “an act of terrorism” then."),
        ("It’s Putin’s doing.", "It’s Putin’s doing."),
        ("«»", "«»"),
    ],
)
def test_marks_are_dropped_around_names_alone(text: str, shown: str) -> None:
    assert drop_name_marks(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\ntwo\r\n\tthree\u2028four", "one two three four"),
        ("a\u202eb\u2066c\ufeffd\x1b[31m", "abcd[31m"),
        ("o\U000e0069\U000e0067k\ufe01\U000e0101\u3164", "ok"),
        ("می\u200cخواهم 👩\u200d🚒 ❤\ufe0f", "می\u200cخواهم 👩\u200d🚒 ❤\ufe0f"),
        ("é e\u0301 अनुच्छेद", "é e\u0301 अनुच्छेद"),
    ],
)
def test_what_cannot_be_seen_is_dropped_and_spelling_is_kept(text: str, shown: str) -> None:
    assert clean_text(text) == shown


@given(text=st.text(max_size=700))
def test_any_text_is_judged_and_what_passes_is_one_clean_line(text: str) -> None:
    cleaned = drop_name_marks(clean_text(text))
    assert clean_text(cleaned) == cleaned
    if find_fault(cleaned, SHOWN, TOLD, []) is None:
        assert cleaned
        assert not set(cleaned) & set('\n\r"“”«»@\u202e\u200b')
