"""Attacks on what is released, by somebody who does not know how the gate works.

`attacker` sees what the public sees: the folder of a report, or several, and what an
attack grants as background. It imports nothing of clusters; a test says so. `city` and
`weakened` make the releases that are attacked: real ones, and ones that went through a
gate with a step taken out. Every attack must fail on the first and succeed on the
second, so that its failing means something.

| attack | what it tries | where |
| --- | --- | --- |
| A01 | subtract what is shown from the totals | test_linear |
| A02 | combine lines in which two or more cells are hidden | test_linear |
| A03 | count in whole persons | test_linear |
| A04 | link tables by the totals and people they share | test_linear |
| A05 | turn percentages back into counts | test_numbers |
| A07 | subtract editions that differ by one person | test_editions |
| A08 | average many runs | test_traces |
| A09 | subtract runs with another k or another filter | test_editions |
| A10 | subtract classifications with other class borders | test_linear |
| A12 | link a table of some to a table of all | test_populations |
| A13 | tie everybody in a group to a sensitive answer | test_numbers |
| A15 | estimate the largest amount in a sum | test_numbers |
| A16 | find a unique largest or smallest value | test_people |
| A17 | find an existing person among portraits and examples | test_people |
| A18 | read records off thresholds | test_people |
| A19 | find the few people whom a name describes | test_people |
| A22 | rebuild records | test_linear |
| A23 | find keys, names and rare codes in any byte | test_traces |
| A24 | make errors tell about persons | test_errors |
| A25 | read who and where from properties of files | test_files |
| A26 | have a spreadsheet run a formula | test_injection |
| A27 | have Typst, a browser or a drawing run a name | test_injection |
| A28 | write outside the run's folders | test_paths |
| A31 | see the software call home | test_traces |
| A32 | read the closed room as another user | test_traces |
| A33 | go around the gate | test_bypass |
| A34 | find a threshold that is one off | test_numbers |
| A35 | find in one format what another hides | test_files |
| A38 | change a rule without anybody noticing | test_mutants |
| A39 | try out answers on a digest | test_digests |
| A40 | see who is studied by which rows there are | test_rows |
| A41 | tie a recognisable few to what is sensitive | test_sensitive |

The city has neighbourhoods in districts and files of other years, so that A01, A03, A04
and A12 are on all tables at once; test_populations holds those about areas and about
other people than are studied.

The tests of an attack are called ``test_a01_fails_...`` and ``test_a01_bites_...``.
"""
