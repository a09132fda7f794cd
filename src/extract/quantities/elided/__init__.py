"""What amounts leave out: units, currencies and magnitudes that stand once for several numbers, or nowhere.

Each module reads one figure of Spanish; ``completion`` says in which order:

- ``lists``: one unit closes or opens a list ("3, 4 y 5 metros"), or heads a column;
- ``breakdowns``: the parts of a whole behind its colon ("900 pesos: 250 por cada visita");
- ``durations``: time that goes on or is part of a time ("a ocho años, con dos de gracia");
- ``comparisons``: a number is set against the one before it ("430 litros, 35 menos que antes");
- ``shares``: a percentage after another ("el 20 por ciento y la alcaldía el 80");
- ``sums``: money that no word names ("costó 1.4 millones", "les tocan mil");
- ``series``: further members of the same series, behind a comma or a verb ("a riego, 2,7").

``magnitudes`` has what they share: the size that a number takes from another, and whether it counts anything itself.
"""
