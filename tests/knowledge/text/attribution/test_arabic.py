"""Who says what in Arabic."""

import pytest

from tests.knowledge.text.attribution.articles import Row, told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "قال وزير الخارجية الأمريكي أنتوني بلينكن إن واشنطن لن ترسل قوات.",
            [("أنتوني بلينكن", "says", "reported", True)],
            id="verb-first",
        ),
        pytest.param(
            "قال أنتوني بلينكن إن الوضع صعب. وأضاف أن واشنطن مستعدة للتفاوض.",
            [
                ("أنتوني بلينكن", "says", "reported", False),
                ("أنتوني بلينكن", "says", "reported", False),
            ],
            id="subject-dropped",
        ),
        pytest.param(
            "الرئيس قال إن الوضع صعب.",
            [("الرئيس", "says", "reported", False)],
            id="subject-first",
        ),
        pytest.param(
            "وبحسب وزارة الدفاع، أسفر الهجوم عن مقتل عشرة أشخاص.",
            [("وزارة الدفاع", "says", "reported", False)],
            id="according-to",
        ),
        pytest.param(
            "وفقا لوزارة الصحة، أصيب عشرون شخصا.",
            [("وزارة الصحة", "says", "reported", False)],
            id="according-to-joined",
        ),
        pytest.param(
            "نفى المتحدث باسم الكرملين دميتري بيسكوف أي علاقة بالهجوم.",
            [("دميتري بيسكوف", "denies", "reported", True)],
            id="denies",
        ),
        pytest.param(
            "اتهم الرئيس الروسي فلاديمير بوتين الغرب بالكذب.",
            [("فلاديمير بوتين", "accuses", "reported", False)],
            id="accuses",
        ),
        pytest.param(
            "تبنى تنظيم داعش الهجوم عبر تلغرام.",
            [("تنظيم داعش", "claims_responsibility", "reported", False)],
            id="claims-responsibility",
        ),
        pytest.param(
            '"نحن متعبون ولا أحد يسمعنا"، قالت المزارعة فاطمة علي.',
            [("فاطمة علي", "says", "direct", True)],
            id="quotation",
        ),
        pytest.param(
            "وحذرت الأمم المتحدة من كارثة إنسانية.",
            [("الأمم المتحدة", "warns", "reported", False)],
            id="warns",
        ),
        pytest.param(
            "ويرى خبراء أن الإجراءات كافية.",
            [("خبراء", "believes", "reported", False)],
            id="believes",
        ),
        pytest.param(
            "أعرب الأمين العام عن قلقه من الوضع.",
            [("الأمين العام", "fears", "reported", False)],
            id="fears",
        ),
        pytest.param(
            "أكدت الحكومة أن الاجتماع لن يعقد.",
            [("الحكومة", "confirms", "reported", True)],
            id="confirms",
        ),
        pytest.param(
            "لم يؤكد الجيش الخبر.",
            [("الجيش", "confirms", "reported", True)],
            id="not-said",
        ),
    ],
)
def test_arabic_constructions_name_their_speakers(text: str, rows: list[Row]) -> None:
    assert told(text, "ar") == rows


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "أوضحت مديرة المتحف ليلى حسن أن الأعمال ستستمر عامين.",
            ("ليلى حسن", "says", "reported", False),
            id="name-after-office-with-listener",
        ),
        pytest.param(
            '"ستنخفض الأسعار في الخريف"، وعد الوزير سامي منصور.',
            ("سامي منصور", "promises", "direct", False),
            id="promise-after-a-time",
        ),
        pytest.param(
            "طالبت النقابة بالاستقالة الفورية للمدير.",
            ("النقابة", "demands", "reported", False),
            id="demand",
        ),
        pytest.param(
            "بحسب تقرير للأمم المتحدة، يعاني ثلاثة ملايين شخص من الجفاف.",
            ("تقرير للأمم المتحدة", "says", "reported", False),
            id="report-of-an-organisation",
        ),
        pytest.param(
            "يخشى السكان أن يفيض النهر مجددا.",
            ("السكان", "fears", "reported", False),
            id="fear",
        ),
        pytest.param(
            "حذرت بروكسل من أن المهلة لن تمدد.",
            ("بروكسل", "warns", "reported", False),
            id="warning-of-a-place",
        ),
        pytest.param(
            "اعترف المتهم بأنه كذب.",
            ("المتهم", "confirms", "reported", False),
            id="confession",
        ),
        pytest.param(
            "تساءلت رئيسة البلدية عمن سيدفع.",
            ("رئيسة البلدية", "asks", "reported", False),
            id="question",
        ),
        pytest.param(
            "استبعدت مصادر حكومية إجراء انتخابات مبكرة.",
            ("مصادر حكومية", "denies", "reported", False),
            id="denial-by-sources",
        ),
        pytest.param(
            "أعلنت الشركة إغلاق المصنع.",
            ("الشركة", "says", "reported", False),
            id="relative-clause-before-verb",
        ),
    ],
)
def test_arabic_news_sentences_name_their_speakers(text: str, row: Row) -> None:
    assert row in told(text, "ar")
