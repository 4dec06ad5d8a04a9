from collections import deque
from dataclasses import replace
from pathlib import Path

import pytest

import prompts
from knowledge.answering.model import ModelFailedError
from knowledge.answering.model_follow_ups import ByModel
from knowledge.answering.model_proposals import ProposedClaims
from knowledge.text.claim import Claim, Stance, Voice
from knowledge.text.passage import Span
from prompts import PromptError, load_prompt
from tests.knowledge.answering.model_fakes import (
    Gullible,
    ScriptedModel,
    compose,
    make_candidate,
    make_composer,
    make_evidence,
    reply_text,
)

RENDERED = Path(__file__).parent / "rendered"


async def understanding_prompt() -> str:
    """What a model is asked about a follow-up."""
    model = ScriptedModel(deque(['{"question": "What did Harris say?"}']))
    understanding = ByModel(model=model, make_mark=lambda: "c0ffee00")
    turns = [("Who spoke to ABC?", "en"), ("What did\nKamala Harris say?", "en")]
    await understanding.understand("And what did she say\nabout Kiev?", "en", turns)
    return model.asked[0][0].text


def proposing_prompt() -> str:
    """What a model is asked about an article that is added."""
    model = ScriptedModel(deque(['{"claims": []}']))
    finder = ProposedClaims(rules=lambda *_: (), load=lambda: model, make_mark=lambda: "c0ffee00")
    said = make_candidate("Ann Lee denied\nit.").sentence
    finder(said.text, [said], "en")
    return model.asked[0][0].text


def write_prompt(folder: Path, text: str) -> Path:
    (folder / "greet.md").write_text(text, encoding="utf-8")
    return folder


def test_values_are_put_in_as_they_are(tmp_path: Path) -> None:
    folder = write_prompt(tmp_path, '{"to": "$name"} costs $$5\n')
    prompt = load_prompt("greet", {"name"}, folder)
    assert prompt.render(name="$name {x} ${y}") == '{"to": "$name {x} ${y}"} costs $5'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Hello $name", set[str](), id="asks-for-more"),
        pytest.param("Hello", {"name"}, id="asks-for-less"),
        pytest.param("Hello $nmae", {"name"}, id="misspelt"),
        pytest.param("Hello $ name", {"name"}, id="stray-sign"),
    ],
)
def test_a_prompt_that_does_not_fit_is_found_when_it_is_loaded(
    tmp_path: Path, text: str, names: set[str]
) -> None:
    with pytest.raises(PromptError, match=r"greet\.md"):
        load_prompt("greet", names, write_prompt(tmp_path, text))


def test_a_prompt_that_is_not_there_is_named() -> None:
    with pytest.raises(PromptError, match=r"absent\.md"):
        load_prompt("absent", set())


@pytest.mark.parametrize("values", [{}, {"name": "a", "other": "b"}, {"other": "b"}])
def test_a_missing_or_spare_value_fails_loudly(tmp_path: Path, values: dict[str, str]) -> None:
    prompt = load_prompt("greet", {"name"}, write_prompt(tmp_path, "Hello $name"))
    with pytest.raises(PromptError):
        prompt.render(**values)


async def test_rendered_prompts_are_the_ones_on_file(tmp_path: Path) -> None:
    """Read the difference in a review; where it is meant, copy the new text over the old."""
    composer, model = make_composer(
        reply_text(("ISIS said so at once.", [1])),
        reply_text(answered="no"),
        checker=Gullible({"ISIS said so at once.": 'The quotes do not hold "at once".'}),
    )
    evidence = make_evidence(publisher="The Daily Example", published="2024-03-25")
    said = make_candidate(
        '"There is no proof,"\n[9] she\u200b declared.',
        claims=(
            Claim(
                sentence=3,
                content=Span(start=0, end=5),
                speaker="Kamala Harris",
                stance=Stance.DENIES,
                voice=Voice.DIRECT,
            ),
        ),
    )
    evidence = replace(evidence, candidates=(*evidence.candidates, said))
    with pytest.raises(ModelFailedError):
        await compose(composer, "¿Quién se atribuyó el\nataque?", evidence, language="es")
    instructions, task = model.asked[0]
    rewrite = model.asked[1][-1]
    texts = {
        "answer_with_quotes": instructions.text,
        "question_with_sentences": task.text,
        "rewrite_statements": rewrite.text,
        "understand_question": await understanding_prompt(),
        "propose_claims": proposing_prompt(),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.md").write_text(text + "\n", encoding="utf-8")
    on_file = {name: (RENDERED / f"{name}.md").read_text(encoding="utf-8") for name in texts}
    assert {name: text + "\n" for name, text in texts.items()} == on_file, f"now in {tmp_path}"


def test_every_prompt_has_a_rendered_text_on_file() -> None:
    folder = Path(prompts.__file__).parent
    assert {p.name for p in folder.glob("*.md")} == {p.name for p in RENDERED.glob("*.md")}
