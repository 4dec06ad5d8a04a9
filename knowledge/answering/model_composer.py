"""Answers that a model words, and that stand on copied quotes alone."""

import secrets
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from typing import Protocol

from babel import Locale, UnknownLocaleError

from knowledge.answering.answer import Citation, Outcome, Question, Statement
from knowledge.answering.evidence import Candidate, Evidence
from knowledge.answering.model import ChatModel, Failure, Message, ModelFailedError, Role
from knowledge.answering.model_claims import disagree, tell_claim
from knowledge.answering.model_reply import Answered, Draft, Reply, ReplyReader
from knowledge.answering.model_sheet import Sheet, Told, cite, number_sentences
from knowledge.answering.model_text import (
    Runs,
    clean_text,
    drop_marks,
    drop_name_marks,
    find_fault,
    holds_name,
    word_runs,
)
from knowledge.answering.model_tries import Breaker, Patience, Timing, Tries
from knowledge.answering.model_voice import find_voice
from knowledge.text.claim import Claim
from prompts import load_prompt

_MOST_CITED = 6
_LONGEST_TRANSLATION = 3_000


class StatementChecker(Protocol):
    """The lock: whether cited sentences bear a statement out, in code and without a model."""

    def check(self, text: str, cited: Sequence[Candidate], language: str) -> str | None:
        """The reason for which they do not, in words for the model; None if they do."""
        ...

    def check_gloss(
        self, gloss: str, candidate: Candidate, claim: Claim, language: str
    ) -> str | None:
        """The same for the words in which a claim of the candidate is told."""
        ...

    def check_translation(self, text: str, candidate: Candidate, language: str) -> str | None:
        """The same for the candidate's sentence in the reader's language."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rejected:
    """A statement that is not shown, and why."""

    text: str
    reason: str


@dataclass(slots=True, kw_only=True)
class _Talk:
    """One question's exchange with the model, and what has come of it."""

    question: Question
    sheet: Sheet
    shown: Runs
    told: Runs
    messages: list[Message]
    tries: Tries
    mark: str
    stood: dict[Statement, None] = field(default_factory=dict)
    picked: dict[int, Told] = field(default_factory=dict)
    bare: dict[int, tuple[Told, tuple[Citation, ...]]] = field(default_factory=dict)
    rejected: list[_Rejected] = field(default_factory=list)
    reply: Reply | None = None


class ModelComposer:
    """Has a chat model choose sentences and word statements; checks each; copies every quote.

    What the model writes is shown only as the text of a statement, and only once nothing in it
    can be taken for a quote or a link and the lock has found it borne out by the quotes.

    Attributes:
        mode: `model:` and the model's name.
    """

    def __init__(
        self,
        *,
        model: ChatModel,
        checker: StatementChecker,
        patience: Patience | None = None,
        timing: Timing | None = None,
        make_mark: Callable[[], str] = lambda: secrets.token_hex(4),
    ) -> None:
        """Loads and checks the prompts.

        Arguments:
            make_mark: Makes the random word that delimits material from outside.
        """
        self.mode = f"model:{model.name}"
        self._model = model
        self._checker = checker
        self._patience = patience or Patience()
        self._timing = timing or Timing()
        self._breaker = Breaker(clock=self._timing.clock)
        self._make_mark = make_mark
        self._instructions = load_prompt("answer_with_quotes", {"language"})
        self._task = load_prompt(
            "question_with_sentences", {"mark", "question", "sentences", "language"}
        )
        self._rewrite = load_prompt("rewrite_statements", {"mark", "rejected", "language"})

    async def compose(
        self, question: Question, evidence: Evidence
    ) -> AsyncGenerator[Statement | Outcome, None]:
        """Statements as they stand, and last the outcome.

        Raises:
            ModelFailedError: Nothing that can be shown came in time. Statements that were
                yielded before are true but may be half an answer: show the quotes instead.
        """
        if not evidence.candidates or not any(map(str.isalnum, question.text)):
            yield Outcome.REFUSED  # nothing is held, or nothing is asked
            return
        talk = self._open(question, evidence)
        for reply in (self._first_reply, self._second_reply):
            async with aclosing(reply(talk)) as statements:
                async for statement in statements:
                    yield statement
        for statement in _bare_claims(talk):
            yield statement
        yield _outcome(talk)

    def _open(self, question: Question, evidence: Evidence) -> _Talk:
        sheet = number_sentences(evidence)
        sentences, asked = sheet.render(), clean_text(question.text)
        mark = _unused(self._make_mark, sentences + asked)
        language = _language_name(question.language)
        instructions = self._instructions.render(language=language)
        task = self._task.render(mark=mark, question=asked, sentences=sentences, language=language)
        return _Talk(
            question=question,
            sheet=sheet,
            shown=word_runs(candidate.sentence.text for candidate in sheet.candidates),
            told=word_runs([instructions, *self._fixed_texts()]),
            messages=[
                Message(role=Role.INSTRUCTIONS, text=instructions),
                Message(role=Role.READER, text=task),
            ],
            tries=Tries(self._patience, self._timing),
            mark=mark,
        )

    def _fixed_texts(self) -> list[str]:
        """What else the model is told, without what comes from outside."""
        prompts = (self._task, self._rewrite)
        return [prompt.render(**dict.fromkeys(prompt.names, "")) for prompt in prompts]

    async def _first_reply(self, talk: _Talk) -> AsyncGenerator[Statement, None]:
        """The statements of the first reply that stand; tried again until one has begun."""
        while True:
            begun = False
            try:
                async with aclosing(self._read(talk)) as drafts:
                    async for draft in drafts:
                        begun = True
                        if (statement := self._judge(draft, talk)) is not None:
                            yield statement
                return
            except ModelFailedError as error:
                if begun:
                    raise
                await talk.tries.wait(error)

    async def _second_reply(self, talk: _Talk) -> AsyncGenerator[Statement, None]:
        """What stands of the rejected statements, written again once with the reasons."""
        if not (talk.rejected and talk.tries.left and talk.reply):
            return
        talk.messages += [
            Message(role=Role.MODEL, text=talk.reply.model_dump_json(exclude_unset=True)),
            Message(role=Role.READER, text=self._reasons(talk)),
        ]
        try:
            async with aclosing(self._read(talk)) as drafts:
                async for draft in drafts:
                    if (statement := self._judge(draft, talk)) is not None:
                        yield statement
        except ModelFailedError:
            return  # what stood in the first reply is whole without it

    async def _read(self, talk: _Talk) -> AsyncGenerator[Draft, None]:
        """One request: its statements as they are complete, not yet checked."""
        reader = ReplyReader()
        with self._breaker.watch():
            async with aclosing(talk.tries.read(self._model.stream(talk.messages))) as pieces:
                async for piece in pieces:
                    for draft in reader.read(piece):
                        yield draft
            reply = reader.close()
        talk.reply = talk.reply or reply

    def _judge(self, draft: Draft, talk: _Talk) -> Statement | None:
        """The statement if it may be shown; a reason is noted otherwise."""
        if draft.claim:
            return self._judge_claim(draft, talk)
        text = drop_name_marks(clean_text(draft.text))
        found = {number: talk.sheet.find(number) for number in draft.sentences}
        cited = [candidate for candidate in found.values() if candidate is not None]
        reason = _wrong_numbers(found) or self._fault(text, cited, talk)
        if reason is not None:
            talk.rejected.append(_Rejected(text=text, reason=reason))
            return None
        speaker, stance = find_voice(text, cited)
        citations = self._cite(draft, cited, talk)
        return _new(Statement(text=text, speaker=speaker, stance=stance, citations=citations), talk)

    def _judge_claim(self, draft: Draft, talk: _Talk) -> Statement | None:
        """The picked claim; where its gloss fails, it waits for a better one or does without."""
        gloss = drop_name_marks(clean_text(draft.text))
        told = talk.sheet.find_claim(draft.claim)
        if told is None:
            reason = f"There is no claim {{{str(draft.claim)[:12]}}}."
            talk.rejected.append(_Rejected(text=gloss, reason=reason))
            return None
        citations = self._cite(draft, [told.candidate], talk)
        if gloss and (fault := self._gloss_fault(gloss, told, talk)) is not None:
            text = f"{{{draft.claim}}} {gloss}"
            talk.rejected.append(_Rejected(text=text, reason=fault))
            talk.bare.setdefault(draft.claim, (told, citations))
            return None
        if not gloss and draft.claim in talk.picked:
            return None
        talk.picked[draft.claim] = told
        return _new(tell_claim(told, gloss, citations), talk)

    def _cite(self, draft: Draft, cited: Sequence[Candidate], talk: _Talk) -> tuple[Citation, ...]:
        """The quotes, each with its translation if one is given and stands."""
        given = {row.sentence: row.text for row in draft.translations}
        shown = {c: given.get(n, "") for n, c in enumerate(talk.sheet.candidates, start=1)}
        return tuple(
            replace(citation, translation=self._translation(shown[candidate], candidate, talk))
            for candidate, citation in zip(cited, cite(cited), strict=True)
        )

    def _translation(self, given: str, candidate: Candidate, talk: _Talk) -> str:
        """*given* without quotation marks, if it may be shown beside the quote; "" otherwise."""
        text = drop_marks(clean_text(given))
        if not text or find_fault(text, talk.shown, talk.told, (), _LONGEST_TRANSLATION):
            return ""
        language = talk.question.language
        return "" if self._checker.check_translation(text, candidate, language) else text

    def _gloss_fault(self, gloss: str, told: Told, talk: _Talk) -> str | None:
        fault = self._text_fault(gloss, [told.candidate], talk)
        return fault or self._checker.check_gloss(
            gloss, told.candidate, told.claim, talk.question.language
        )

    def _fault(self, text: str, cited: Sequence[Candidate], talk: _Talk) -> str | None:
        fault = self._text_fault(text, cited, talk)
        return fault or self._checker.check(text, cited, talk.question.language)

    def _text_fault(self, text: str, cited: Sequence[Candidate], talk: _Talk) -> str | None:
        named = " ".join(candidate.sentence.text for candidate in cited)
        outlets = {candidate.source.publisher for candidate in talk.sheet.candidates}
        foreign = [outlet for outlet in outlets if not holds_name(named, outlet)]
        return find_fault(text, talk.shown, talk.told, foreign)

    def _reasons(self, talk: _Talk) -> str:
        lines = [f"{row.text[:300]}\nReason: {row.reason[:300]}" for row in talk.rejected]
        return self._rewrite.render(
            mark=talk.mark,
            rejected="\n\n".join(lines),
            language=_language_name(talk.question.language),
        )


def _new(statement: Statement, talk: _Talk) -> Statement | None:
    """The statement, unless it was shown before."""
    if statement in talk.stood:
        return None
    talk.stood[statement] = None
    return statement


def _bare_claims(talk: _Talk) -> Iterator[Statement]:
    """Claims that were picked and whose gloss fell for good: speaker, stance and quote stand."""
    for number, (told, citations) in talk.bare.items():
        if number not in talk.picked:
            talk.picked[number] = told
            if (statement := _new(tell_claim(told, "", citations), talk)) is not None:
                yield statement


def _wrong_numbers(found: dict[int, Candidate | None]) -> str | None:
    unknown = [str(number) for number, candidate in found.items() if candidate is None]
    if unknown:
        return f"There is no sentence {', '.join(unknown[:_MOST_CITED])}."
    if not 1 <= len(found) <= _MOST_CITED:
        return f"It names {len(found)} sentences; name one to {_MOST_CITED}."
    return None


def _outcome(talk: _Talk) -> Outcome:
    """From the model's word on how far it answers, and from what was left of it.

    Raises:
        ModelFailedError: It says that it answers, and nothing of that stood.
    """
    answered = talk.reply.answered if talk.reply else Answered.NO
    if talk.stood:
        if answered is not Answered.YES:
            return Outcome.PARTIAL
        return Outcome.DISPUTED if disagree([*talk.picked.values()]) else Outcome.ANSWERED
    if answered is Answered.NO:
        return Outcome.REFUSED
    raise ModelFailedError(Failure.UNSUPPORTED)


def _unused(make_mark: Callable[[], str], texts: str) -> str:
    """A mark that no text from outside holds, so that none can close the part it stands in."""
    while (mark := make_mark()) in texts:
        pass
    return mark


def _language_name(code: str) -> str:
    """In English, as the prompts are: `es` is Spanish."""
    try:
        return Locale.parse(code).get_language_name("en") or code
    except (UnknownLocaleError, ValueError):
        return code
