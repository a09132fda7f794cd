"""The direction of a clause: which verb tells whether a month without a year is the last or the next one."""

from datetime import date

import pytest

from extract.periods.finder import find_periods

# A Monday.
PUBLISHED = date(2023, 8, 14)


def months_of(text):
    """First month and last month of each expression, the year with two figures."""
    found = find_periods(text, PUBLISHED)
    return " ".join(f"{p.first:%y-%m}" if p.first else "?" for p in found)


@pytest.mark.parametrize(
    ("text", "months"),
    [
        # the verb of the clause that the time ends, and not that of the clause around it
        ("Las socias que abrieron su puesto en noviembre pagarán 300 pesos.", "22-11"),
        ("Quienes se inscribieron en octubre recibirán 300 pesos.", "22-10"),
        ("Los talleres que abrirán en octubre atendieron a 300 vecinos.", "23-10"),
        # a clause without a verb before the time, one that has ended, and one that goes on with "y"
        ("Las socias que abran su puesto en noviembre pagarán 300 pesos.", "23-11"),
        ("Las socias que abrieron su puesto, en noviembre pagarán 300 pesos.", "23-11"),
        ("Dijo que se inscribieron 300 socias y en noviembre pagarán.", "23-11"),
        ("Dijo que entregó 300 vales que en noviembre cobrarán las socias.", "23-11"),
        # what is set lies ahead, whenever it was set
        ("La ministra anunció un bono de 300 pesos por el mes de septiembre.", "23-09"),
        ("Aprobó 300 vales correspondientes a octubre.", "23-10"),
        ("Prorrogó la veda de 300 barcos hasta diciembre.", "23-08"),
        ("Amplió la veda de 300 barcos hasta el 30 de noviembre.", "23-08"),
        # but not what was done in the month, nor months long gone by
        ("Pagó 300 sueldos por el mes de septiembre.", "22-09"),
        ("En septiembre aprobó 300 vales.", "22-09"),
        ("Presentó un gasto de 300 pesos por el mes de junio.", "23-06"),
        ("Amplió la red de agua hasta 300 casas en noviembre.", "22-11"),
        # months that something is paid for are the nearest ones, whatever the tense of paying
        ("Los hogares recibirán los recursos de mayo y junio.", "23-05"),
        ("Cobrarán el salario de julio 300 maestras.", "23-07"),
        ("Se depositarán los pagos correspondientes a abril.", "23-04"),
        ("Se pagará la cuota de octubre.", "23-10"),
        ("En el periodo de mayo a julio se darán 300 vales.", "24-05"),
        ("La feria de junio tendrá 300 puestos.", "24-06"),
        ("Los hogares recibirán en mayo los recursos.", "24-05"),
    ],
)
def test_verb_of_the_clause(text, months):
    assert months_of(text) == months
