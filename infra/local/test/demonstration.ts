/** What every start prints, whenever it is started: the civil clock begins on the same morning. README.md shows the same rows. */
export const DEMONSTRATION = `
E01        LC-DB-202510-000001-2    DB           approved 通过         INC-4 INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4        –     1,300.00 [SAMPLE]       –                    2025-11 returned R03, 2025-11 again settled, 2025-12 settled, 2026-01 settled  7 of 7    7 of 30 wd
E02        LC-DB-202510-000002-0    DB           refused 不予通过      DB-1                                                DBB   –                       –                    –                                                                              7 of 7    0 of 30 wd
E08        LC-DB-202510-000003-8    DB           refused 不予通过      AST-2                                               –     –                       –                    –                                                                              2 of 2    0 of 30 wd
E03        LC-DB-202510-000004-6    DB           refused 不予通过      DB-1                                                DBB   –                       –                    –                                                                              2 of 2    0 of 30 wd
E04        LC-DB-202510-000010-3    DB           approved 通过         INC-3 INC-2 INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4  –     1,686.00 [SAMPLE]       papers brought       2025-11 settled, 2025-12 settled, 2026-01 settled                              6 of 6    7 of 30 wd
E06        LC-DB-202510-000005-3    DB           approved 通过         INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4              –     1,600.00 [SAMPLE]       –                    2025-11 settled, 2025-12 settled, 2026-01 settled                              5 of 5    7 of 30 wd
E07        LC-DB-202510-000006-1    DB           refused 不予通过      AST-1                                               DBB   –                       –                    –                                                                              2 of 2    0 of 30 wd
E09        LC-DB-202510-000007-9    DB           refused 不予通过      AST-2                                               –     –                       objection upheld     –                                                                              4 of 4    0 of 30 wd
X01        LC-DB-202510-000011-1    DB           approved 通过         INC-4 INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4        –     1,782.00 [SAMPLE]       accepted by silence  2025-11 settled, 2025-12 settled, 2026-01 settled                              5 of 5    6 of 30 wd
X04        LC-DB-202510-000008-7    DB           approved 通过         INC-4 INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4        –     1,075.00 [SAMPLE]       –                    2025-11 settled, 2025-12 settled, 2026-01 settled                              5 of 5    7 of 30 wd
D1         LC-DB-202510-000009-5    DB           approved 通过         INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4              –     1,100.00 [SAMPLE]       –                    2025-11 settled, 2025-12 settled, 2025-12 asked back 1,100.00 repaid           6 of 6    7 of 30 wd
E02 again  LC-DBB-202510-000001-2   DBB          approved 通过         INC-4 INC-1 DBB-1 AST-2 AST-3 AST-1 DBB-2           –     –                       –                    –                                                                              7 of 7    7 of 30 wd
X03        LC-DB-202511-000001-0    DB           approved 通过         INC-1 AST-2 AST-3 AST-1 DB-1 DB-2 DB-4              –     2,200.00 [SAMPLE]       –                    2025-12 settled, 2026-01 settled                                               4 of 4    6 of 30 wd
E25        LC-TL_E-202510-000001-2  TL_E         money first 先行救助  TL-1 TL-3 TL-4                                      –     9,900.00 once [SAMPLE]  –                    2025-10 settled                                                                7 of 7    3 of 24 h
V7         –                        VET_LIVING   awarded 批准          V09 VET-10                                          –     180.00 [SAMPLE]         –                    2025-10 settled, 2025-11 settled, 2025-12 settled, 2026-01 settled             5 of 5    –
V4         –                        VET_NURSING  awarded 批准          V01 VET-5                                           –     4,500.00 [SAMPLE]       –                    2025-10 settled, 2025-11 settled, 2025-12 settled, 2026-01 settled             5 of 5    –
L1  DD-1            case.decide            licensed on 2025-10-09 for a month; lapsed, and again on 2025-11-24 for a year
L2  SO-WM-4         LC-DB-202510-000005-3  application.officer-near-relative
`
  .trim()
  .split('\n');

/** A printed row, one text a cell. */
export const cellsOf = (line: string): string[] => line.split(/ {2,}/);
