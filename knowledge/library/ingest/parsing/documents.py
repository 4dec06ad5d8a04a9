"""PDF and Word files."""

from io import BytesIO

from knowledge.library.ingest.parsing.kinds import UnreadableError
from knowledge.library.ingest.parsing.parsed import Parsed, ParsedArticle
from knowledge.library.ingest.parsing.texts import as_header, as_line

_MOST_PAGES = 500


def parse_pdf(data: bytes) -> Parsed:
    """The text of the pages, a blank line between paragraphs' guesses and pages."""
    from pypdf import PdfReader  # noqa: PLC0415 - only for this kind
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("is locked by a password; save it without one.")
        if len(reader.pages) > _MOST_PAGES:
            raise UnreadableError(f"has more than {_MOST_PAGES} pages; split it.")
        text = "\n\n".join(_unbroken(page.extract_text()) for page in reader.pages)
        about = reader.metadata
    except (PyPdfError, KeyError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UnreadableError("is a PDF that cannot be read; save its text as a file.") from error
    if not text.strip():
        raise UnreadableError("is a PDF without text (a scan?); give its text.")
    header = {
        "title": as_line(about.title) if about else "",
        "author": as_line(about.author) if about else "",
    }
    return Parsed(articles=(ParsedArticle(text=text, header=as_header(header)),))


def _unbroken(page: str) -> str:
    """The lines of a page with single line breaks as spaces: a PDF breaks every line."""
    blocks = page.replace("\r", "").split("\n\n")
    return "\n\n".join(" ".join(block.split()) for block in blocks if block.strip())


def parse_word(data: bytes) -> Parsed:
    """The paragraphs and tables of a .docx file, in order."""
    import docx  # noqa: PLC0415 - only for this kind
    from docx.table import Table  # noqa: PLC0415 - as above

    try:
        document = docx.Document(BytesIO(data))
        blocks: list[str] = []
        hidden = 0
        for block in document.iter_inner_content():
            if isinstance(block, Table):
                blocks += ("\t".join(c.text for c in row.cells) for row in block.rows)
            else:
                hidden += sum(len(run.text.split()) for run in block.runs if run.font.hidden)
                if not any(run.font.hidden for run in block.runs):
                    blocks.append(block.text)
                else:
                    blocks.append("".join(run.text for run in block.runs if not run.font.hidden))
        about = document.core_properties
    except (KeyError, ValueError, AttributeError, OSError, SyntaxError) as error:
        raise UnreadableError("is a Word file that cannot be read; save it anew.") from error
    header = as_header({"title": about.title, "author": about.author})
    text = "\n\n".join(block.strip() for block in blocks if block.strip())
    return Parsed(articles=(ParsedArticle(text=text, header=header, hidden_words=hidden),))
