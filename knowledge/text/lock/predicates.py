"""Verbs with what stands around them: who does it, and to whom."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from knowledge.text.lock.clauses import Clause, find_clauses
from knowledge.text.lock.nouns import Nouns
from knowledge.text.lock.passives import find_agents, is_passive
from knowledge.text.lock.prepositions import find_prepositions
from knowledge.text.lock.reading import Reading
from knowledge.text.lock.verbs import find_verbs, has_arabic_and

_SUBJECT_MAY_FOLLOW = frozenset({"ar", "de", "es", "fr", "pt", "ru", "uk"})
_VERB_LAST = frozenset({"de"})
_CASED = frozenset({"ru", "uk"})
_DROPS_SUBJECT = frozenset({"es", "pt", "ru", "uk"})
_OBJECT_CASE = ("у", "ю", "ого", "его")
_TELLS = ("tell", "told")
_TRAILING = frozenset({"says", "reports", "confirms", "warns", "admits", "believes"})
_SLAVIC_GERUNDS = ("ив", "авши", "ивши", "явши", "вшись", "ясь", "ючи", "ачи")
_GERUNDS = {"en": ("ing",), "ru": _SLAVIC_GERUNDS, "uk": _SLAVIC_GERUNDS}
_SINGULAR = ("а", "у", "ю", "ого", "его")
_AUXILIARY_WITHIN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A verb with what stands around it, as token numbers.

    Attributes:
        subject: Who does it; the agent, where the verb is passive.
        wider: Words that may belong to the subject, where no sign tells it from the object.
        object: To whom it is done.
        is_open: The subject is a word like "he" or "nobody", or left out.
    """

    at: int
    subject: frozenset[int] = frozenset()
    wider: frozenset[int] = frozenset()
    object: frozenset[int] = frozenset()
    is_passive: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Structure:
    """A text's clauses and predicates.

    Attributes:
        clause_of: The number of each token's clause.
        prepositions: What each token hangs on, or "".
    """

    clauses: tuple[Clause, ...]
    clause_of: tuple[int, ...]
    predicates: tuple[Predicate, ...]
    prepositions: tuple[str, ...]


@lru_cache(maxsize=1 << 11)
def find_structure(reading: Reading) -> Structure:
    """Find the clauses of a text, the verbs in them, and their subjects and objects."""
    verbs = find_verbs(reading)
    clauses = tuple(find_clauses(reading, verbs))
    prepositions = tuple(find_prepositions(reading, clauses, verbs))
    parser = _Parser(reading, verbs, clauses, Nouns(reading, verbs, clauses, prepositions))
    return Structure(
        clauses=clauses,
        clause_of=tuple(n for n, c in enumerate(clauses) for _ in range(c.start, c.end)),
        predicates=parser.predicates(),
        prepositions=prepositions,
    )


@dataclass(frozen=True, slots=True)
class _Parser:
    reading: Reading
    verbs: frozenset[int]
    clauses: tuple[Clause, ...]
    nouns: Nouns

    def predicates(self) -> tuple[Predicate, ...]:
        found: list[Predicate] = []
        for number, clause in enumerate(self.clauses):
            for at in range(clause.start, clause.end):
                if at in self.verbs and not self._is_auxiliary(at, clause):
                    found.append(self._predicate(number, at, found))
        return tuple(found)

    def _is_auxiliary(self, at: int, clause: Clause) -> bool:
        """A form of "be" or "have" before the verb that carries the meaning."""
        grammar = self.reading.concepts(at, "grammar")
        if not grammar & {"be", "have"} or self.reading.is_content[at]:
            return False
        far = clause.end if self.reading.language in _VERB_LAST else at + _AUXILIARY_WITHIN
        return any(i in self.verbs for i in range(at + 1, min(far, clause.end)))

    def _predicate(self, number: int, at: int, earlier: Sequence[Predicate]) -> Predicate:
        clause = self.clauses[number]
        left, right, is_open = self._around(number, at, earlier)
        subject, obj = frozenset(left), frozenset(right)
        passive = is_passive(self.reading, at, clause)
        if passive:
            agents = find_agents(self.reading, clause, at, self.nouns.prepositions)
            subject, obj = frozenset(agents), subject or obj
        return Predicate(
            at=at,
            subject=subject,
            wider=frozenset() if passive else self._wider(number, at, subject, right),
            object=obj - subject,
            is_passive=passive,
            is_open=is_open and not subject,
        )

    def _around(
        self, number: int, at: int, earlier: Sequence[Predicate]
    ) -> tuple[list[int], list[int], bool]:
        """Subject and object as if the verb were active, and whether the subject is open."""
        clause = self.clauses[number]
        left, right = self.nouns.left(number, at), self.nouns.right(clause, at)
        if self._has_object_before(at):
            left, right = [i for i in left if i >= clause.start] or right, []
        left, is_open = self._pronouns(number, at, left)
        if is_open and self.reading.language in _VERB_LAST | _CASED:
            left, right = [], left + right
        if earlier and earlier[-1].at >= clause.start and not is_open:
            left = self._with_previous(at, left, earlier[-1])
        if self._is_inserted(number, at) and right and not is_open:
            left, right = right, []
        if not left and not is_open:
            left, right = self._without_left(at, right, earlier, clause)
        elif left and right and self._is_object_first(left):
            left, right = right, left
        elif self._disagrees(at, left):
            left, right = [], left + right
        return left, right, is_open or self._inherits_open(left, earlier, clause)

    def _has_object_before(self, at: int) -> bool:
        """Spanish "la secuestraron": a pronoun that is written like an article."""
        return (
            self.reading.language == "es"
            and at > 0
            and self.reading.has(at - 1, "grammar", "determiner")
        )

    def _is_inserted(self, number: int, at: int) -> bool:
        """Whether "said Mauer" stands between two commas, with its speaker behind it."""
        clause = self.clauses[number]
        following = self.clauses[number + 1 : number + 2]
        first = next((i for i in range(clause.start, at) if self._is_other_word(i)), at)
        return (
            clause.opener in {"comma", "quote"}
            and first == at
            and self.reading.tokens[clause.start].text != ")"
            and bool(self.reading.concepts(at, "saying") & _TRAILING)
            and not self.reading.tokens[at].folded.startswith(_TELLS)
            and not self.reading.tokens[at].folded.endswith("ing")
            and any(c.opener in {"comma", "stop", "quote"} for c in following)
            and any(self.reading.is_content[i] for i in range(at + 1, clause.end))
            and not any(i in self.verbs for i in range(at + 1, clause.end))
            and not self.reading.has(clause.end - 1, "weekday")
        )

    def _is_other_word(self, at: int) -> bool:
        auxiliary = self.reading.concepts(at, "grammar") & {"be", "have"}
        return self.reading.tokens[at].is_word and not auxiliary

    def _pronouns(self, number: int, at: int, left: list[int]) -> tuple[list[int], bool]:
        """Whether a word like "he" is the subject, and who says "I" in a quotation."""
        clause, has = self.clauses[number], self.reading.has
        is_open = any(has(i, "grammar", "subject") for i in range(clause.start, at))
        if any(has(i, "grammar", "first_person") for i in range(clause.start, at + 1)):
            left = left or self.nouns.heard_from(number)
            is_open = is_open and not left
        if is_open and at and self.reading.tokens[at - 1].folded == "to":
            left = []
        return left, is_open

    def _with_previous(self, at: int, left: list[int], previous: Predicate) -> list[int]:
        """A second verb of the clause may have the first one's subject; after "to" it has."""
        if at and self.reading.tokens[at - 1].folded == "to" and self.reading.language == "en":
            return [] if previous.is_open else sorted({*previous.subject, *left})
        if not left or self.reading.has(previous.at, "saying"):
            return left
        return sorted({*left, *previous.subject})

    def _inherits_open(
        self, left: Sequence[int], earlier: Sequence[Predicate], clause: Clause
    ) -> bool:
        """Whether the subject is that of the verb before, and that one is a word like "he"."""
        return not left and bool(earlier) and earlier[-1].at >= clause.start and earlier[-1].is_open

    def _wider(
        self, number: int, at: int, subject: frozenset[int], right: Sequence[int]
    ) -> frozenset[int]:
        """Arabic: all that follows the verb but the last, or all before "that"."""
        if self.reading.language != "ar" or not subject or min(subject) < at:
            return frozenset()
        says = (
            number + 1 < len(self.clauses) and self.clauses[number + 1].opener == "complementizer"
        )
        return frozenset(right if says else right[:-1])

    def _without_left(
        self, at: int, right: list[int], earlier: Sequence[Predicate], clause: Clause
    ) -> tuple[list[int], list[int]]:
        """No subject before the verb: the one of the verb before, or what follows."""
        previous = self._inherited(at, earlier, clause)
        if previous and self.reading.language == "ar" and not self._needs_object(at, right):
            return sorted({*previous, *right[:1]}), right
        if previous:
            return previous, right
        language = self.reading.language
        is_dropped = clause.opener == "complementizer" and language in _DROPS_SUBJECT
        if is_dropped or not right:
            return [], right
        if self.reading.has(at, "saying") and language != "ar":
            return right, []
        if language not in _SUBJECT_MAY_FOLLOW or self._is_object_first(right[:1]):
            return [], right
        size = self._size_of_first(right)
        return right[:size], right[size:]

    def _inherited(self, at: int, earlier: Sequence[Predicate], clause: Clause) -> list[int]:
        """The subject of the verb before, in one clause or behind "and"."""
        same_clause = bool(earlier) and earlier[-1].at >= clause.start
        joined = clause.opener in {"and", "but"} or has_arabic_and(self.reading, at)
        if self.reading.tokens[at].folded.endswith(_GERUNDS.get(self.reading.language, "\0")):
            joined = True
        return self._subject_before(earlier, joined) if same_clause or joined else []

    def _size_of_first(self, nouns: Sequence[int]) -> int:
        """How many words the first of them has: those that stand together, if more follow apart.

        Where all stand together, adjectives in small letters belong to the first noun.
        """
        if self.reading.language == "ar":
            return self._size_of_arabic(nouns)
        run = next((n for n in range(1, len(nouns)) if nouns[n] > nouns[n - 1] + 1), len(nouns))
        if run < len(nouns):
            return run
        capitals = (n for n, i in enumerate(nouns) if self.reading.tokens[i].is_capitalised)
        return next(capitals, 0) + 1

    def _needs_object(self, at: int, right: Sequence[int]) -> bool:
        """Whether the one noun behind "accuse" is who is accused."""
        return self.reading.has(at, "saying", "accuses") and len(right) == 1

    def _subject_before(self, earlier: Sequence[Predicate], joined: bool) -> list[int]:
        """The last verb's subject; after "and", also the main clause's before it."""
        found: set[int] = set()
        for predicate in reversed(earlier):
            told_of = predicate.object if predicate.is_passive else frozenset()
            own = told_of or predicate.subject | predicate.wider
            found |= own or (set() if joined else predicate.object)
            clause = next(c for c in self.clauses if c.start <= predicate.at < c.end)
            if not joined or clause.opener not in {"complementizer", "relative", "subordinator"}:
                break
        return sorted(found)

    def _size_of_arabic(self, nouns: Sequence[int]) -> int:
        """A noun with what follows it with an article; the name of a country stands by itself."""
        size = 1
        for before, i in pairwise(nouns):
            folded = self.reading.tokens[i].folded
            is_place = self.reading.has(i, "name") and not folded.endswith(("ي", "يه"))
            if i != before + 1 or not folded.startswith("ال") or is_place:
                break
            size += 1
        return size

    def _disagrees(self, at: int, left: Sequence[int]) -> bool:
        """Russian and Ukrainian: one noun in the singular before a verb in the plural."""
        tokens = self.reading.tokens
        return (
            self.reading.language in _CASED
            and len(left) == 1
            and tokens[at].folded.endswith("ли")
            and tokens[left[0]].folded.endswith(_SINGULAR)
        )

    def _is_object_first(self, nouns: Sequence[int]) -> bool:
        """Russian and Ukrainian: names in the case of an object."""
        names = [i for i in nouns if self.reading.is_name[i]]
        return (
            self.reading.language in _CASED
            and bool(names)
            and all(self.reading.tokens[i].folded.endswith(_OBJECT_CASE) for i in names)
        )
