import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reports.markup import strip_markup


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("Plain < text & more", "Plain < text & more"),
        ("<p>One <b>two</b>.</p><p>Three&nbsp;&amp; four</p>", "One two.\n\nThree & four"),
        ("One<br/>two<script>x()</script><style>p{}</style>", "One\n\ntwo"),
        ("<p>Never <i>closed", "Never closed"),
        ("</script>After<p>", "After"),
        ("<p>a<![CDATA[b]]>c<![if x]>d<![CDA e", "abcd"),
        ("<div>\n  a\n  b  </div>", "a b"),
        ("&quot;Fire&quot;", '"Fire"'),
    ],
)
def test_words_and_paragraphs_are_kept(html: str, text: str) -> None:
    assert strip_markup(html) == text


@pytest.mark.law
@given(st.text(st.sampled_from("<>/pbr&;a \n![]-C"), max_size=30))
def test_no_tag_soup_raises(html: str) -> None:
    assert strip_markup(html) == strip_markup(html).strip()
