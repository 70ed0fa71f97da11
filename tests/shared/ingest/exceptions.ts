/**
 * Where a public test file is not read as its collection states, and why. The tests hold the list to be complete and
 * without an entry too many; `docs/benchmarks.md` prints it.
 */
export const FACT_EXCEPTIONS: Readonly<Record<string, string>> = {
  'encoding messytables_horror/excel_pasting.csv':
    'stated windows-1252; the file is plain ASCII up to a few bytes that are valid UTF-8, and reads the same',
  'delimiter pollock_survey/csv/O18_air.csv':
    'stated comma; every comma has a blank after it, which the clean table of the same collection leaves out, as we do',
  'delimiter pollock_survey/csv/hist_2000_15O.csv':
    'stated comma; every comma has a blank after it, which the clean table of the same collection leaves out, as we do',
  'delimiter pollock_polluted/csv/file_field_delimiter_0x20.csv':
    'delimited by blanks, with blanks inside cells that are not quoted: nothing tells the two apart',
  'columns pollock_survey/csv/vissim_data_conf2473_i7_v1987.csv':
    'stated 1 column (counted by another delimiter); the upstream parameters and the clean table have 8 and a blank one',
  'columns encodings/euc-kr.txt': 'prose, not a table; 1 column stated, but commas split a few lines alike',
  'lines pollock_survey/csv/20170320-ePC_Data-Travel-Stationery.csv':
    'holds two tables with a title each; each is proposed on its own, the lines of both were counted',
  'lines pollock_polluted/csv/row_extra_quote16_col8.csv':
    'stated 83 because the open quote swallowed a line when counting; the file has 84',
  'lines papaparse_cases/malformed.tsv':
    'stated 9 because a quote swallowed a line when counting; the file has 10',
};

export const HEADER_EXCEPTIONS: Readonly<Record<string, string>> = {
  'pollock_survey/nati-clin-audi-bowe-canc-2017-tran-main-fiel-list.csv':
    'stated header is a row with the single word "Source" above a list of tables',
  'pollock_polluted/file_field_delimiter_0x20.csv': 'see the delimiter of this file',
};

/** Clean tables: every row as stated, or rejected with its line and reason; otherwise named here. */
export const CLEAN_EXCEPTIONS: Readonly<Record<string, string>> = {
  'pollock_survey/2004-2016.csv': 'upstream blanked the word "missing"; we keep what the cell says',
  'pollock_survey/20170320-ePC_Data-Travel-Stationery.csv':
    'two tables in one file, proposed each; upstream has the rows of both in one',
  'pollock_survey/Auto_Tone_sub315_day1.csv':
    'upstream took the first row for a header, although its own parameters state none',
  'pollock_survey/Copy_of_2016-17_Q3_Final_V2.csv':
    'the header holds the control character U+009C, which upstream dropped and we read as œ, as upstream does elsewhere in the file',
  'pollock_survey/Note_4_Staff_costs_-_Average_number_of_persons_employed_13-14.csv':
    'upstream counts the title to the header of its first column; the years above it and "Restated" below it are joined here',
  'pollock_survey/O18_air.csv': 'upstream has 0.\\ where the file has 0.0 (row 19)',
  'pollock_survey/PLA_6%Talc-1hz.csv': 'upstream wrote the quote in a header as two apostrophes',
  'pollock_survey/Sustainability_-_Water_consumption_P_56.csv':
    'upstream joined the title of the sheet to the first header only',
  'pollock_survey/nati-clin-audi-bowe-canc-2017-tran-main-fiel-list.csv':
    'see its header; two lines are rejected',
  'pollock_survey/permanent_secretary_and_director_general_expenses_and_hospitality_april_to_june_2012.csv':
    'upstream joined the rows of a group',
  'pollock_survey/prison-and-probation-ombudsman__30-09-2014__justice_PPO-September-Return-senior.csv':
    'a column with neither header nor values in the middle is left out, and said; upstream keeps it',
  'pollock_survey/student_loans_company_limited-2011-09-30-organogram-senior.csv':
    'a column with neither header nor values in the middle is left out, and said; upstream keeps it',
  'pollock_polluted/file_field_delimiter_0x20.csv': 'see the delimiter of this file',
  'pollock_polluted/file_header_multirow_3.csv':
    'the same header three times; upstream joins it to "DATE DATE DATE", equal names above each other count once here',
  'pollock_polluted/file_multitable_more.csv':
    'the table follows again with the same header; upstream drops it, we read on and reject the header lines',
  'pollock_polluted/file_multitable_same.csv':
    'the table follows again with the same header; upstream drops it, we read on and reject the header lines',
  'pollock_polluted/row_less_sep_row71_col5.csv':
    'one line lacks a delimiter before a quoted cell that holds one: it falls into the right number of cells, is read as it stands, and the line is named',
  'pollock_polluted/file_quotation_char_0x27.csv':
    'quoted by apostrophes, with double quotes still doubled inside; upstream undoubled them, we keep the text',
};
