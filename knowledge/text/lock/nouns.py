"""The nouns before and behind a verb, and whom they go back to."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.text.lock.clauses import Clause
from knowledge.text.lock.reading import Reading

_INSERTED = frozenset({"relative", "subordinator", "complementizer"})
_ANTECEDENT = 4


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns of one text by where they stand."""

    reading: Reading
    verbs: frozenset[int]
    clauses: tuple[Clause, ...]
    prepositions: tuple[str, ...]

    def is_noun(self, at: int) -> bool:
        is_adverb = self.reading.has(at, "grammar", "adverb") and not self.reading.is_name[at]
        if self._is_participle(at) or self.reading.has(at, "time"):
            return False
        return self.reading.is_content[at] and at not in self.verbs and not is_adverb

    def _is_participle(self, at: int) -> bool:
        """English ", flying between …": a verb without a subject of its own."""
        token = self.reading.tokens[at]
        return (
            self.reading.language == "en"
            and token.folded.endswith("ing")
            and at > 0
            and self.reading.tokens[at - 1].text == ","
        )

    def left(self, number: int, at: int) -> list[int]:
        """Nouns before the verb that hang on no preposition, with their appositions."""
        clause = self.clauses[number]
        earlier = [v for v in self.verbs if clause.start <= v < at and self.reading.is_content[v]]
        start = self._behind_source(clause, max(earlier, default=clause.start - 1) + 1, at)
        own = [i for i in range(start, at) if self.is_noun(i) and not self.prepositions[i]]
        own = own or self._next_to(start, at)
        if earlier or self.reading.language == "ar":
            return own
        if clause.opener == "relative":
            return own if own and self._is_name(own) else self._antecedent(number) + own
        if not own and clause.opener in {"comma", "quote"}:
            return self._apposition(number)
        return own

    def _behind_source(self, clause: Clause, start: int, at: int) -> int:
        """German: where a source ends that stands in one clause with what it says."""
        named = [i for i in range(start, at) if self.reading.has(i, "saying", "according")]
        if self.reading.language != "de" or not named:
            return start
        verbs = (i for i in range(named[-1] + 1, at) if self._is_auxiliary(i))
        return next(verbs, start)

    def _is_auxiliary(self, at: int) -> bool:
        return at in self.verbs or bool(self.reading.concepts(at, "grammar") & {"be", "have"})

    def heard_from(self, number: int) -> list[int]:
        """Who says "I" in a quotation: the nouns between the last verb and the quotation mark."""
        clause = self.clauses[number]
        if clause.opener != "quote":
            return []
        before = [i for i in range(clause.start) if self.is_noun(i)]
        verbs = [v for v in self.verbs if v < clause.start and self.reading.is_content[v]]
        return [i for i in before if i > max(verbs, default=-1)]

    def _is_name(self, places: Sequence[int]) -> bool:
        return any(self.reading.is_name[i] for i in places)

    def _next_to(self, start: int, at: int) -> list[int]:
        """Names directly before the verb, after a noun that the preposition already has."""
        nouns = [i for i in range(start, at) if self.is_noun(i)]
        names: list[int] = []
        for i in reversed(nouns):
            if not self.reading.is_name[i] or (names and names[-1] != i + 1):
                break
            if not self.reading.is_content[i - 1]:  # its own preposition
                return []
            names.append(i)
        return names if len(names) < len(nouns) else []

    def _antecedent(self, number: int) -> list[int]:
        for clause in reversed(self.clauses[:number]):
            nouns = [i for i in range(clause.start, clause.end) if self.is_noun(i)]
            if nouns:
                return nouns[-_ANTECEDENT:]
        return []

    def _apposition(self, number: int) -> list[int]:
        """Nouns of the clauses before that have no verb ("Harris, the vice president, said")."""
        found: list[int] = []
        for before in range(number - 1, -1, -1):
            clause = self.clauses[before]
            places = range(clause.start, clause.end)
            if clause.opener in _INSERTED and not found:
                continue
            if any(i in self.verbs for i in places):
                break
            if any(self.reading.has(i, "saying", "according") for i in places):
                break
            if self.clauses[before + 1].opener in {"stop", "quote"}:
                break
            is_first = not before or self.clauses[before].opener in {"stop", "quote"}
            found += [i for i in places if self._is_head(i, is_first)]
        return found

    def _is_head(self, at: int, is_first: bool) -> bool:
        """Whether a noun hangs on nothing, and is not the name behind ", successor of"."""
        if is_first:
            return self.is_noun(at) and not self.prepositions[at]
        first = at
        while first and self.reading.is_name[first - 1] and self.reading.is_name[first]:
            first -= 1
        is_place = self.reading.has(at, "name") or self.reading.has(at, "territory")
        follows_of = first > 0 and self.reading.has(first - 1, "grammar", "of") and not is_place
        is_other = follows_of and self.reading.is_name[at]
        return self.is_noun(at) and not self.prepositions[at] and not is_other

    def right(self, clause: Clause, at: int) -> list[int]:
        later = [v for v in self.verbs if at < v < clause.end and self.reading.is_content[v]]
        end = min(later, default=clause.end)
        return [i for i in range(at + 1, end) if self.is_noun(i) and not self.prepositions[i]]
