"""A process that is measured: it indexes the shipped article, or answers questions about it.

`python -m tests.bench.measured SYSTEM WORK FOLDER` prints one JSON object; SYSTEM is `product` or
`recipe`, WORK is `index` or `answer`. After its first answer it writes a line, so that whoever
started it knows how long that took.
"""

import json
import sys
from pathlib import Path
from time import process_time
from typing import Any

import knowledge

ARTICLE = Path(knowledge.__file__).parent / "articles"
QUESTIONS = (
    "Who claimed responsibility for the attack?",
    "How many people died in the concert hall?",
    "What did Putin say about Ukraine?",
    "Who denied that Ukraine was involved?",
    "When did the attack take place?",
    "¿Quién se atribuyó el atentado?",
    "Кто взял на себя ответственность за теракт?",
    "What is the capital of Australia?",
    "Which group is ISIS-K?",
    "What did the White House say about the attack?",
    "Did the United States warn Russia?",
    "How many suspects were arrested?",
    "Where were the gunmen caught?",
    "¿Cuántas personas murieron en el ataque?",
    "Что сказал Путин об Украине?",
    "Who won the football match?",
    "What does Kamala Harris think of Putin's claim?",
    "Why did Putin accuse Ukraine?",
    "Who are the men who were charged in court?",
    "How was the building set on fire?",
    "Was Ukraine behind the attack?",
    "¿Qué dijo Putin sobre Ucrania?",
    "Сколько человек погибло в концертном зале?",
    "How much did the tickets cost?",
    "What did Zelensky answer?",
    "Who was the band on stage that evening?",
    "What evidence is there for the claim of the Islamic State?",
    "When did the embassy publish its warning?",
    "How long did the shooting last?",
    "¿Quién acusó a Ucrania?",
    "Когда произошёл теракт?",
    "What will the weather be tomorrow?",
)
"""All different, so that nobody has an answer, or a vector, from before."""

_KIB_A_MIB = 1024


def _open(system: str, folder: Path) -> Any:
    if system == "product":
        from tests.bench.product import Product  # noqa: PLC0415 - only one of them is measured

        return Product(folder)
    from tests.bench.plain_recipe import PlainRecipe  # noqa: PLC0415 - as above

    return PlainRecipe(folder)


def resident_mib() -> float:
    """Memory that is held by this process, as Linux counts it."""
    lines = Path("/proc/self/status").read_text("ascii").split("\n")
    found = next(line for line in lines if line.startswith("VmRSS:"))
    return int(found.split()[1]) / _KIB_A_MIB


def _index(opened: Any) -> dict[str, Any]:
    text = "\n\n".join(path.read_text("utf-8") for path in sorted(ARTICLE.glob("*.txt")))
    began = process_time()
    opened.index(text)
    return {"index_cpu": process_time() - began}


def _answer(opened: Any) -> dict[str, Any]:
    opened.answer(QUESTIONS[0])
    print("answered", flush=True)  # noqa: T201 - the parent waits for it
    memory = resident_mib()
    began = process_time()
    answers = [opened.answer(question) for question in QUESTIONS[1:]]
    cpu = (process_time() - began) / len(answers)
    return {"memory": memory, "cpu": cpu, "beside_embedding": _beside_embedding(answers)}


def _beside_embedding(answers: list[Any]) -> list[float]:
    """Milliseconds of each answer that went into anything but the embedding."""
    return [
        answer.milliseconds["total"] - answer.milliseconds.get("embed", 0.0)
        for answer in answers
        if hasattr(answer, "milliseconds")
    ]


def main() -> None:
    """Do the work that the arguments name."""
    system, work, folder = sys.argv[1:]
    opened = _open(system, Path(folder))
    result = _index(opened) if work == "index" else _answer(opened)
    print(json.dumps(result), flush=True)  # noqa: T201 - as above


if __name__ == "__main__":
    main()
