"""Damaged files of every format: a release or one plain sentence, and never anything else."""

from email.message import EmailMessage
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.readers import ReadError, read_all
from tests.release_files import as_docx, as_eml, as_html, as_pdf, new_pdf, printed

TEXT = (
    "Abren 300 plazas\n\n• Más de 40\n\nToluca, Estado de México, a 3 de mayo de 2024.- El plan abrió 300 plazas de "
    "maestra en las escuelas de la ciudad.\n\nY habrá 20 más."
)


@cache
def files():
    mail = EmailMessage()
    mail["From"] = "prensa@example.org"
    mail.set_content(TEXT)
    mail.add_attachment(as_docx(TEXT), maintype="application", subtype="x-word", filename="nota.docx")
    return {
        "nota.txt": TEXT.encode(),
        "nota.md": f"---\ndate: 2024-05-03\n---\n{TEXT}".encode(),
        "nota.html": as_html(TEXT),
        "nota.docx": as_docx(TEXT),
        "nota.eml": as_eml(TEXT, markup=True),
        "cartera.eml": mail.as_bytes(),
        "nota.pdf": as_pdf(TEXT),
        "tabla.pdf": table(),
    }


def table():
    pdf = new_pdf()
    with pdf.table() as rows:
        for number in range(4):
            rows.row((f"Distrito {number}", "300"))
    return printed(pdf)


def check(name, data):
    releases, complaint = read_or_refuse(name, data)
    assert bool(releases) is (complaint is None)
    if complaint is not None:
        assert complaint.endswith(".")
        assert "\n" not in complaint
    for release in releases:
        assert (release.error is None) is bool(release.text.strip())
        assert list(release.page_starts) == sorted(release.page_starts)
        assert all(0 <= start <= len(release.text) for start in release.page_starts)


def read_or_refuse(name, data):
    try:
        return read_all(Path(name), data), None
    except ReadError as error:
        return [], str(error)


@pytest.mark.parametrize("name", sorted(files()))
@pytest.mark.parametrize("other", sorted(files()))
def test_files_under_the_name_of_another_format(name, other):
    check(name, files()[other])


@pytest.mark.parametrize("name", sorted(files()))
def test_truncated_files(name):
    data = files()[name]
    for part in range(1, 12):
        check(name, data[: len(data) * part // 12])


@settings(max_examples=60)
@given(st.data())
def test_files_with_wrong_bytes(data):
    name = data.draw(st.sampled_from(sorted(files())))
    damaged = bytearray(files()[name])
    for _ in range(data.draw(st.integers(1, 20))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    check(name, bytes(damaged))


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=300), st.sampled_from([".txt", ".md", ".html", ".pdf", ".docx", ".eml"]))
def test_bytes_that_are_no_file_at_all(data, suffix):
    check(f"nota{suffix}", data)
