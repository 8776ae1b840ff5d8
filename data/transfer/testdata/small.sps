GET DATA
  /TYPE=TXT
  /FILE='it''s.csv'
  /ENCODING='UTF8'
  /ARRANGEMENT=DELIMITED
  /DELIMITERS=','
  /QUALIFIER='"'
  /FIRSTCASE=2
  /VARIABLES=
    respondent A4
    group A6
    raw_STR1 A2
    raw_STR2 A2
    raw_com1 A2
    raw_com2 A2
    raw_sym1 A2
  .
RECODE raw_STR1 ('1'=1) ('2'=2) ('3'=3) ('4'=4) ('5'=5) ('na'=98) ('dk'=99) INTO STR1.
FORMATS STR1 (F2.0).
RECODE raw_STR2 ('1'=1) ('2'=2) ('3'=3) ('4'=4) ('5'=5) ('na'=98) ('dk'=99) INTO STR2.
FORMATS STR2 (F2.0).
RECODE raw_com1 ('1'=1) ('2'=2) ('3'=3) ('4'=4) ('5'=5) ('na'=98) ('dk'=99) INTO com1.
FORMATS com1 (F2.0).
RECODE raw_com2 ('1'=1) ('2'=2) ('3'=3) ('4'=4) ('5'=5) ('na'=98) ('dk'=99) INTO com2.
FORMATS com2 (F2.0).
RECODE raw_sym1 ('1'=1) ('2'=2) ('3'=3) ('4'=4) ('5'=5) ('na'=98) ('dk'=99) INTO sym1.
FORMATS sym1 (F2.0).
EXECUTE.
DELETE VARIABLES raw_STR1.
DELETE VARIABLES raw_STR2.
DELETE VARIABLES raw_com1.
DELETE VARIABLES raw_com2.
DELETE VARIABLES raw_sym1.
VARIABLE LABELS respondent 'Respondent'.
VARIABLE LABELS group 'Group'.
VARIABLE LABELS STR1 'One'.
VALUE LABELS STR1
  1 'a'
  2 'b'
  3 'c'
  4 'd'
  5 'e'
  98 'Not applicable'
  99 'Don''t know'.
MISSING VALUES STR1 (98, 99).
VARIABLE LEVEL STR1 (ORDINAL).
VARIABLE LABELS STR2 'Two'.
VALUE LABELS STR2
  1 'a'
  2 'b'
  3 'c'
  4 'd'
  5 'e'
  98 'Not applicable'
  99 'Don''t know'.
MISSING VALUES STR2 (98, 99).
VARIABLE LEVEL STR2 (ORDINAL).
VARIABLE LABELS com1 'Three'.
VALUE LABELS com1
  1 'a'
  2 'b'
  3 'c'
  4 'd'
  5 'e'
  98 'Not applicable'
  99 'Don''t know'.
MISSING VALUES com1 (98, 99).
VARIABLE LEVEL com1 (ORDINAL).
VARIABLE LABELS com2 'Four'.
VALUE LABELS com2
  1 'a'
  2 'b'
  3 'c'
  4 'd'
  5 'e'
  98 'Not applicable'
  99 'Don''t know'.
MISSING VALUES com2 (98, 99).
VARIABLE LEVEL com2 (ORDINAL).
VARIABLE LABELS sym1 'Five'.
VALUE LABELS sym1
  1 'a'
  2 'b'
  3 'c'
  4 'd'
  5 'e'
  98 'Not applicable'
  99 'Don''t know'.
MISSING VALUES sym1 (98, 99).
VARIABLE LEVEL sym1 (ORDINAL).
EXECUTE.
