import datetime as dt
from pathlib import Path

import pytest

from extract.readers import SIDECAR, Metadata, SidecarError, load_sidecar, read

SAID = Metadata(dt.date(2024, 5, 3), "Toluca, Estado de México", "DIF Toluca", "https://a.example/1")


def load(folder, table):
    (folder / SIDECAR).write_bytes(table if isinstance(table, bytes) else table.encode())
    return load_sidecar(folder)


@pytest.mark.parametrize(
    "table",
    [
        'file,published,place,agency,url\nmayo/a.txt,2024-05-03,"Toluca, Estado de México",DIF Toluca,https://a.example/1\n',
        "url;agency;place;published;FILE\r\nhttps://a.example/1;DIF Toluca;Toluca, Estado de México;2024-05-03;mayo\\a.txt\r\n;;;;\r\n",
        "file\tpublished\tplace\tagency\turl\tnotes\n./mayo/a.txt\t2024-05-03T10:00\tToluca, Estado de México\tDIF Toluca\thttps://a.example/1\tx\n",
    ],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_as_spreadsheets_write_them(tmp_path, table, codec):
    assert load(tmp_path, table.encode(codec)) == {"mayo/a.txt": SAID}


def test_no_table_and_empty_cells(tmp_path):
    assert load_sidecar(tmp_path) == {}
    assert load(tmp_path, "file,place\na.txt,\nb.txt\n,Toluca\n") == {"a.txt": Metadata(), "b.txt": Metadata()}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("file,published\na.txt,2024-05-03\nb.txt,3 de mayo\n", "line 3: '3 de mayo' is no date"),
        ("name,place\na.txt,Toluca\n", "no column 'file'"),
        (b"PK\x03\x04 a table of a spreadsheet", "cannot be read"),
        ("", "no column 'file'"),
    ],
)
def test_a_table_that_cannot_be_used(tmp_path, table, words):
    with pytest.raises(SidecarError, match=words) as caught:
        load(tmp_path, table)
    assert str(caught.value).startswith(SIDECAR)
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize(
    ("name", "text", "published", "source", "place"),
    [
        ("a.txt", "Hubo 300 casos.", dt.date(2024, 5, 3), "metadata", "Toluca, Estado de México"),
        ("2020-01-31-a.txt", "Hubo 300 casos.", dt.date(2024, 5, 3), "metadata", "Toluca, Estado de México"),
        ("a.txt", "Lima, 3 de junio de 2021.- Hubo 300.", dt.date(2021, 6, 3), "dateline", "Lima"),
        ("a.md", "---\ndate: 2022-02-02\n---\nHubo 300.", dt.date(2022, 2, 2), "metadata", "Toluca, Estado de México"),
        ("a.txt", "León, Guanajuato, a 3 de mayo.- Hubo 300.", dt.date(2024, 5, 3), "dateline", "León, Guanajuato"),
    ],
)
def test_it_fills_only_what_the_release_does_not_say(name, text, published, source, place):
    release = read(Path(name), text.encode(), SAID)
    assert (release.published, release.published_from, release.place) == (published, source, place)
    assert (release.url, release.agency) == ("https://a.example/1", "DIF Toluca")
