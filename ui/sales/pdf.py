"""The file of a quote, made in a job."""

from __future__ import annotations

from collections.abc import Callable

from reports.documents import QuoteDocument


def make_pdf(gather: Callable[[], QuoteDocument]) -> bytes:
    """The file of a document."""
    from reports.quote import render_quote

    return render_quote(gather())


def preload() -> None:
    """Read fonts and number words, in a job, before the first page is wanted."""
    from reports.quote import preload as load

    load()
