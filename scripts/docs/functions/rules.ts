import { code, table } from "../markdown";

/** A heading that other pages link to; the name is in the page itself, since not every reader makes one. */
const heading = (title: string) => `<a id="${title.toLowerCase().replaceAll(" ", "-")}"></a>\n\n## ${title}`;

const writing = [
  heading("How to write them"),
  "Type `=BILLING.` and Excel offers the functions. An argument in brackets may be left out or be a blank cell: its default\n" +
    "holds, which its description names. To leave one out between others, write its comma:\n" +
    "`=BILLING.RATE_USAGE(C2, A2:B4, , 100)`. Words from a list may be written with blanks, hyphens or underscores,\n" +
    'in any case: `"per unit"` is `"per_unit"`.',
  "The pages write ranges as array constants, so that an example can be pasted into any cell: a comma is the next\n" +
    "column, a semicolon the next row. Excel in some languages wants other separators; type those of your Excel.",
  "```\n" + '{100,2;"*",1}   is the range   100 | 2\n' + "                                 * | 1\n```",
];

const spills = [
  heading("Whole columns"),
  "Where a page says **a value, or a range that spills**, give the function a whole column: one formula answers for\n" +
    "every cell and its results fill the cells beside them. That is also much faster than a formula in each row.\n" +
    "A fault in one cell shows in its own row only. Functions that answer with a table spill as well, with a header\n" +
    "row. The cells below and to the right must be empty, or Excel shows `#SPILL!`. A table has at most 20,000 rows.",
];

const blanks = [
  heading("Blanks"),
  "A blank cell in a column that spills gives a blank. A blank row among balances, charges, due dates or weights counts\n" +
    "as nothing. A blank where a number or date must be is `#VALUE!`, never a silent 0.",
];

const dates = [
  heading("Dates"),
  "A date is a date cell, `DATE(2026,10,31)` or text like `2026-10-31`. A time of day is left aside; only\n" +
    "`latest` of [METER_USAGE](METER_USAGE.md) looks at it. Text in any other form is `#VALUE!`, since 03/04 is two days. No function looks at the clock: where a result depends on the day, that\n" +
    "day is an argument, so last month's workbook shows the same figures next year.",
];

const digits = [
  heading("Numbers"),
  "A number counts as the 15 digits that Excel shows, and everything is calculated in decimals, as on paper: 0.1 + 0.2 is\n" +
    "0.3, and 1.005 rounds to 1.01. A rate is a fraction: 0.08 and 8% are the same. Amounts are **not rounded** unless the\n" +
    "page says so; round once, at the end, with [ROUND_MONEY](ROUND_MONEY.md). Numbers typed as text are read when\n" +
    '`"12.5"` leaves no doubt; `"1,250"` is `#VALUE!`.',
];

const errors = [
  heading("Errors"),
  "The sign beside the cell opens the message of `#VALUE!` and `#N/A`: which argument it is, what was found there and\n" +
    "what would be right.",
  table(
    ["Shows", "Means", "What to do"],
    [
      [code("#VALUE!"), "an argument is not what it must be", "read the message and mend that cell"],
      [code("#N/A"), "there is no answer: above the last tier, no row, no match", "read the message"],
      [code("#DIV/0!"), "something is divided by 0 or by nothing", "see the argument named on the page"],
      [code("#NUM!"), "the result is more than a cell can hold", "look for a figure that is far too large"],
      [code("#SPILL!"), "cells that the result needs are not empty", "clear them"],
      [code("#BUSY!"), "Excel waits for the add-in", "wait a moment"],
      [code("#NAME?"), "the add-in is not there", "install it, or ask for the workbook as values"],
    ],
  ),
  "An error in a cell that a function reads shows again as the result for that cell.",
];

const tiers = [
  heading("Tier range"),
  "A price list is a range of two or three columns. A first row of words is taken for a header and skipped.",
  table(
    ["Up to", "Unit price", "Flat fee"],
    [
      ["10,000", "0.010", "0"],
      ["50,000", "0.008", "25"],
      ["\\*", "0.006", "50"],
    ],
  ),
  "Each row is a tier. **Up to** belongs to the tier: the 10,000th unit is still in the first. Bounds must rise. `*`, ∞, 0\n" +
    "or a blank in the last row mean no limit; where the last row has a bound, a quantity above it is `#N/A`. Rows without\n" +
    "any price are skipped, and so are empty rows at the end: write `*` for a free last tier. **Flat fee** may be left\n" +
    "out. A single number in place of the range is one price for every unit.",
  "12,000 units under this list cost:",
  table(
    ["Model", "Amount", "How"],
    [
      [
        code('"graduated"'),
        "141",
        "10,000 × 0.010 + 2,000 × 0.008, and the fees of both tiers entered: 0 + 25",
      ],
      [code('"volume"'), "121", "all 12,000 × 0.008, and the fee of that tier: 25"],
      [code('"stairstep"'), "25", "the fee of the tier reached, nothing else"],
    ],
  ),
  "Models with one price take one row. `package`: Up to is the package size, Unit price the price of a package; a started\n" +
    "package counts. `per_unit`: one price. `percentage`: a fraction of an amount, such as 0.029, plus a fee; and\n" +
    "`graduated_percentage` has tiers of fractions. A range that the model cannot use is `#VALUE!`, and the message names\n" +
    "the model that can. Without usage the first tier's flat fee is charged where a model has tiers.",
];

const terms = [
  heading("Payment terms"),
  "In any case and spacing. Days beyond the end of a month are its last day.",
  table(
    ["Terms", "Due"],
    [
      ["`Net 30`, `30 days`", "30 days after the invoice date"],
      ["`Due on receipt`, `COD`, `Net 0`", "on the invoice date"],
      ["`2/10 Net 30`", "after 30 days; 2 % off if paid within 10 days, the tenth day included"],
      ["`2/10, 1/20, Net 30`", "the same; then 1 % off up to the twentieth day; up to four such steps"],
      ["`Net 1 month`, `Net 2 months`", "on the same day so many months later"],
      ["`EOM`", "at the end of the invoice month"],
      ["`EOM + 30`, `Net 30 EOM`", "30 days after the end of the invoice month"],
      ["`30 days then EOM`", "at the end of the month in which 30 days have passed"],
      ["`15 MFI`, `15 Prox`", "on the 15th of the following month"],
      ["`10 Prox cut-off 25`", "the same; an invoice after the 25th counts as one of the next month"],
    ],
  ),
];

const excel = [
  heading("What Excel leaves out"),
  "Excel itself does not calculate functions of add-ins everywhere: F9 on a part of a formula, Evaluate Formula, conditional\n" +
    "formats and what-if data tables show `#VALUE!` or do nothing, although the formula is right. Put the function in a cell\n" +
    "of its own and let the rule or the table refer to that cell.",
];

const sending = [
  heading("Sending a workbook"),
  "Somebody without the add-in sees the results that were saved, until Excel calculates them anew and shows `#NAME?`;\n" +
    "LibreOffice and Google Sheets never calculate them. So\n" +
    "**freeze to values** what you send: select the cells, copy, then Paste Special, Values. Keep the workbook with the\n" +
    "formulas for yourself.",
  "Every function in use, beside a plain formula that checks it where Excel has one, stands in the workbook\n" +
    "`examples/functions.xlsx`.",
];

/** What holds for every function. */
export const generalRules: readonly string[] = [
  ...writing,
  ...spills,
  ...blanks,
  ...dates,
  ...digits,
  ...errors,
  ...tiers,
  ...terms,
  ...excel,
  ...sending,
];
