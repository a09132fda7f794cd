import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from extract.readers import Metadata, ReadError, read, read_all
from tests.release_files import as_docx, as_html, as_pdf, new_pdf, printed

BODY = "Abren 300 plazas\n\nToluca, a 3 de mayo de 2024.- La niña dijo: “Más de 40”… y así fue.\n"


def mail(body=BODY, subject="Comunicado 45", html=None, sent="Sat, 04 May 2024 10:00:00 -0600", **headers):
    message = EmailMessage()
    message["From"], message["Subject"], message["Date"] = "prensa@example.org", subject, sent
    for name, value in headers.items():
        message[name] = value
    if body is not None:
        message.set_content(body)
    if html is not None:
        message.add_alternative(html, subtype="html")
    return message


def attach(message, name, data, kind="application/octet-stream"):
    maintype, subtype = kind.split("/")
    message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return message


def read_mail(message):
    return read_all(Path("aviso.eml"), message if isinstance(message, bytes) else message.as_bytes())


def test_plain_body_date_and_place():
    (release,) = read_mail(mail())
    assert release.text == BODY
    assert (release.title, release.place, release.format) == ("Abren 300 plazas", "Toluca", "eml")
    assert (release.published, release.published_from) == (dt.date(2024, 5, 3), "dateline")


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-15", "cp1252", "utf-16"])
@pytest.mark.parametrize("transfer", ["base64", "quoted-printable"])
def test_every_charset(charset, transfer):
    body = "La niña dijo que más de 300 jóvenes\n"
    message = mail(body=None)
    message.set_content(body.encode(charset), maintype="text", subtype="plain", cte=transfer)
    message.set_param("charset", charset)
    assert read_mail(message)[0].text == body


def test_a_wrong_charset_costs_nothing():
    message = mail(body=None)
    message.set_content("Más de 300 niñas".encode(), maintype="text", subtype="plain", cte="base64")
    for charset in ("iso-8859-1", "no-such-code", "us-ascii"):
        message.set_param("charset", charset)
        assert read_mail(message)[0].text == "Más de 300 niñas"


@pytest.mark.parametrize(("make", "name"), [(as_pdf, "boletín 45.pdf"), (as_docx, "boletín 45.docx")])
def test_attachments_without_an_ending_are_known_by_their_beginning(make, name):
    _, release = read_mail(attach(mail(), "boletín 45", make(BODY)))
    assert (release.part, release.title, release.error) == (f"/{name}", "Abren 300 plazas", None)


def test_the_html_body_is_read_with_lists_and_tables():
    html = as_html("Abren 300 plazas\n\n• Más de 40\n\nFin.", furniture=False).decode()
    assert (
        read_mail(mail("Abren 300 plazas. Más de 40. Fin.", html=html))[0].text
        == "Abren 300 plazas\n\n• Más de 40\n\nFin."
    )


def test_a_layout_table_in_a_mail_is_paragraphs():
    html = "<table><tr><td><p>Uno con 3.</p><p>Dos con 4.</p></td><td><p>Tres con 5.</p></td></tr></table>"
    assert read_mail(mail(body=" ", html=html))[0].text == "Uno con 3.\n\nDos con 4.\n\nTres con 5."


def test_an_html_body_that_only_points_elsewhere_is_passed_over():
    assert read_mail(mail(html="<p>Vea este mensaje en el navegador</p>"))[0].text == BODY


def test_soft_line_breaks_are_joined():
    message = mail(body=None)
    message.set_content("Se abren \nmil \n300 plazas.\nFin.\n-- \nAna\n", params={"format": "flowed"})
    assert read_mail(message)[0].text == "Se abren mil 300 plazas.\nFin.\n-- \nAna\n"


@pytest.mark.parametrize(
    ("subject", "body", "title"),
    [
        ("RV: Fwd: Abren 300 plazas", "El plan abrió 300 plazas. Luego, 20.", "Abren 300 plazas"),
        ("Comunicado", "Abren 300 plazas\n\nEl plan abrió 300.", "Abren 300 plazas"),
        ("Revisión: 300 plazas", "El plan abrió 300 plazas. Luego, 20.", "Revisión: 300 plazas"),
        ("", "El plan abrió 300 plazas. Luego, 20.", "El plan abrió 300 plazas."),
    ],
)
def test_the_subject_is_a_headline_where_the_body_has_none(subject, body, title):
    assert read_mail(mail(body, subject))[0].title == title


@pytest.mark.parametrize(
    ("sent", "published"),
    [
        ("Sat, 04 May 2024 23:30:00 -0600", dt.date(2024, 5, 4)),
        ("4 May 2024 10:00", dt.date(2024, 5, 4)),
        ("ayer", None),
        ("Sat, 99 May 2024 10:00:00", None),
    ],
)
def test_the_day_it_was_sent(sent, published):
    data = f"From: a@example.org\nDate: {sent}\n\nHubo 300 casos.\n".encode()
    (release,) = read_mail(data)
    assert (release.published, release.published_from) == (published, "metadata" if published else None)


def test_attached_releases_are_documents_of_their_own():
    text = "Abren 300 plazas\n\nToluca, a 3 de mayo de 2024.- El plan abrió 300 plazas en las escuelas."
    message = attach(mail("Buen día, va la nota."), "nota.docx", as_docx(text))
    attach(message, "nota.pdf", as_pdf(text))
    attach(message, "nota.txt", "Hubo 300 casos.".encode("cp1252"))
    cover, *attached = read_mail(message)
    assert (cover.part, cover.sha256, cover.text) == ("", None, "Buen día, va la nota.\n")
    assert [release.part for release in attached] == ["/nota.docx", "/nota.pdf", "/nota.txt"]
    assert [release.format for release in attached] == ["docx", "pdf", "txt"]
    assert [release.text for release in attached] == [text, text, "Hubo 300 casos."]
    assert len({release.sha256 for release in attached}) == 3
    # The text file says no date itself, so the mail's counts.
    assert (attached[2].published, attached[2].published_from) == (dt.date(2024, 5, 4), "metadata")


def test_an_attachment_that_cannot_be_read_is_listed_with_the_reason():
    message = attach(mail(), "escaneo.pdf", printed(blank_page()))
    attach(message, "cuadro.xlsx", b"PK\x03\x04")
    _, scan, table = read_mail(message)
    assert (scan.part, scan.error) == ("/escaneo.pdf", "The PDF has no text layer: run OCR first.")
    assert table.part == "/cuadro.xlsx"
    assert "no release format" in table.error
    assert scan.text == ""


def blank_page():
    pdf = new_pdf()
    pdf.rect(10, 10, 40, 40)
    return pdf


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("logo.png", "image/png"),
        ("foto.JPG", "application/octet-stream"),
        ("cita.ics", "text/calendar"),
        ("smime.p7s", "application/pkcs7-signature"),
        ("audio.mp3", "audio/mpeg"),
    ],
)
def test_pictures_and_the_like_are_no_releases(name, kind):
    assert len(read_mail(attach(mail(), name, b"\x89PNG", kind))) == 1


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("../../etc/nota.txt", "/nota.txt"),
        ("C:\\notas\\nota.txt", "/nota.txt"),
        ("no\x07ta#2.txt", "/no_ta_2.txt"),
        ("..", "/attachment-1"),
        ("niña.txt", "/niña.txt"),
    ],
)
def test_names_of_attachments_lead_nowhere(name, part):
    assert read_mail(attach(mail(), name, b"Hubo 300 casos."))[1].part == part


def test_attachments_of_one_name_are_told_apart():
    message = mail()
    for number in range(3):
        attach(message, "nota.txt", f"Hubo {number} casos.".encode())
    parts = [release.part for release in read_mail(message)[1:]]
    assert parts == ["/nota.txt", "/nota (2).txt", "/nota (3).txt"]


def test_a_mail_in_a_mail():
    message = mail("Reenvío.")
    message.add_attachment(attach(mail(), "nota.txt", b"Hubo 300 casos."))
    parts = [(release.part, release.text) for release in read_mail(message)]
    assert parts == [("", "Reenvío.\n"), ("/message-1.eml", BODY), ("/message-1.eml/nota.txt", "Hubo 300 casos.")]


def test_mails_are_not_followed_for_ever():
    message = mail()
    for _ in range(8):
        around = mail("Reenvío.")
        around.add_attachment(message)
        message = around
    releases = read_mail(message)
    assert len(releases) == 5
    assert "too many other mails" in releases[-1].error


def test_a_mail_without_a_text_says_what_its_subject_says():
    message = attach(mail(" ", subject="Abren 300 plazas"), "nota.txt", b"Hubo 300 casos.")
    assert [release.text for release in read_mail(message)] == ["Abren 300 plazas", "Hubo 300 casos."]


def test_what_a_sidecar_says_counts_for_attachments_too():
    said = Metadata(place="Toluca", agency="DIF", url="https://a.example/1")
    message = attach(mail("Hola."), "nota.txt", b"Hubo 300 casos.")
    releases = read_all(Path("aviso.eml"), message.as_bytes(), said)
    assert [(one.place, one.agency, one.url) for one in releases] == [("Toluca", "DIF", "https://a.example/1")] * 2


def test_a_broken_body_costs_neither_the_other_one_nor_the_attachments():
    assert read_mail(mail(html="<p>Hubo\x00\x01 300 casos, según los datos de la ciudad.</p>"))[0].text == BODY
    message = mail(body=None, subject="Abren 300 plazas")
    message.set_content(b"\x00\x01\x02\x03" * 40, maintype="text", subtype="plain")
    attach(message, "nota.txt", b"Hubo 300 casos.")
    assert [release.text for release in read_mail(message)] == ["Abren 300 plazas", "Hubo 300 casos."]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"Hubo 300 casos.\n", "no e-mail"),
        (b"%PDF-1.7\n\nx", "no e-mail"),
        (b"From: a@example.org\n\n", "no text"),
        (b"\x00\xff" * 300, "no e-mail"),
    ],
)
def test_what_is_no_mail_is_refused_in_one_sentence(data, words):
    with pytest.raises(ReadError, match=words) as caught:
        read(Path("aviso.eml"), data)
    assert str(caught.value).endswith(".")


def test_parts_nested_without_end_are_refused():
    head = b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b0\n\n"
    for number in range(3_000):
        head += f"--b{number}\nContent-Type: multipart/mixed; boundary=b{number + 1}\n\n".encode()
    with pytest.raises(ReadError, match="too many parts"):
        read(Path("aviso.eml"), head)
