import { builtFunctions } from "../../support/builtFunctions";
import { describeCalls, invalid, notFound, type CallCase } from "./calls";

const plain = builtFunctions();

const HEADER = ["Up to", "Unit price", "Flat fee"];
const OPEN = [
  [100, 1, 10],
  ["*", 0.5, 5],
];
const CLOSED = [
  [100, 1],
  [200, 0.5],
];
const nothing = [null, null];

describeCalls(
  plain,
  "RATE_USAGE",
  [
    ["a first row of text is a header", [150, [HEADER, ...OPEN]], 140],
    ["its words do not matter", [150, [["bis", "Preis", "Gebühr"], ...OPEN]], 140],
    ["a header of two columns", [150, [["Up to", "Unit price"], ...CLOSED]], 125],
    ["without a header nothing is skipped", [150, OPEN], 140],
    ["a second row of text is no header", [150, [HEADER, HEADER, ...OPEN]], invalid("tiers")],
    ["* has no limit", [1e9, [["*", 2]]], 2e9],
    ["∞ has no limit", [1e9, [["∞", 2]]], 2e9],
    ["0 in the last row has no limit", [300, [...CLOSED, [0, 0.1]]], 160],
    ["* makes a free last tier", [300, [...CLOSED, ["*", 0]]], 150],
    [
      "zeros alone are no tier",
      [300, [...CLOSED, [0, 0]]],
      notFound("quantity", 300, "is above the last tier"),
    ],
    [
      "numbers as plain text",
      [
        150,
        [
          ["100", "1"],
          ["200", "0.5"],
        ],
      ],
      125,
    ],
    ["a single row of plain text is no header", [10, [["*", "0.5"]]], 5],
    [
      "a free tier with a bound",
      [
        150,
        [
          [100, 1],
          [200, 0],
        ],
      ],
      100,
    ],
    ["the bound is inclusive", [100, CLOSED], 100],
    [
      "a bound as it is shown",
      [
        0.3,
        [
          [0.1 + 0.2, 1],
          ["*", 100],
        ],
      ],
      0.3,
    ],
    [
      "a bound below a smaller one",
      [
        1,
        [
          [100, 1],
          [50, 0.5],
        ],
      ],
      invalid("tiers", 50),
    ],
    [
      "a bound twice",
      [
        1,
        [
          [100, 1],
          [100, 0.5],
        ],
      ],
      invalid("tiers", 100),
    ],
    [
      "no limit above another tier",
      [
        1,
        [
          ["*", 1],
          [100, 0.5],
        ],
      ],
      invalid("tiers"),
    ],
    [
      "0 above another tier",
      [
        1,
        [
          [0, 1],
          [100, 0.5],
        ],
      ],
      invalid("tiers"),
    ],
    [
      "a negative bound",
      [
        1,
        [
          [-5, 1],
          [100, 0.5],
        ],
      ],
      invalid("tiers", "-5"),
    ],
    [
      "a bound that is text",
      [
        1,
        [
          [100, 1],
          ["many", 0.5],
        ],
      ],
      invalid("many"),
    ],
    [
      "a bound that is a boolean",
      [
        1,
        [
          [true, 1],
          ["*", 0.5],
        ],
      ],
      invalid("true"),
    ],
    [
      "a price that is text",
      [
        1,
        [
          [100, "free"],
          ["*", 0.5],
        ],
      ],
      invalid("free"),
    ],
    [
      "a price that is a boolean",
      [
        1,
        [
          [100, false],
          ["*", 0.5],
        ],
      ],
      invalid("false"),
    ],
    [
      "a price with a thousands separator",
      [
        1,
        [
          [100, "1,000"],
          ["*", 0.5],
        ],
      ],
      invalid("1,000"),
    ],
    [
      "a fee that is text",
      [
        1,
        [
          [100, 1, "x"],
          ["*", 0.5, 0],
        ],
      ],
      invalid("x"),
    ],
    ["one column", [1, [[100], [200]]], invalid("tiers")],
    [
      "four columns",
      [
        1,
        [
          [100, 1, 0, 7],
          ["*", 2, 0, 7],
        ],
      ],
      invalid("tiers"),
    ],
    [
      "a missing price beside a fee is 0",
      [
        150,
        [
          [100, null, 10],
          ["*", 1, 0],
        ],
      ],
      60,
    ],
  ],
  "a tier range",
);

describeCalls(
  plain,
  "RATE_USAGE",
  [
    ["is one unlimited tier at that price", [1e6, 0.07], 70000],
    ["is it in a volume price", [1e6, 0.07, "volume"], 70000],
    ["is it as a fraction", [1e6, 0.07, "graduated_percentage"], 70000],
    ["may be a range of one cell", [1e6, [[0.07]]], 70000],
    ["may be 0", [5, 0], 0],
    ["may be negative", [5, -2], -10],
    ["may not be text", [5, "dear"], invalid("tiers", "dear")],
    ["may not be a boolean", [5, true], invalid("tiers", "true")],
  ],
  "a single number instead of tiers",
);

/** These hold however a blank cell of a range arrives. */
const blankCases: readonly CallCase[] = [
  ["a blank bound in the last row has no limit", [300, [...CLOSED, [null, 0.1]]], 160],
  ["a blank bound alone has no limit", [300, [[null, 0.1]]], 30],
  [
    "a blank flat fee is none",
    [
      150,
      [
        [100, 1, null],
        [null, 0.5, 5],
      ],
    ],
    130,
  ],
  ["a blank flat fee in per_unit is none", [150, [["*", 0.5, null]], "per_unit"], 75],
  ["a blank flat fee in package is none", [15, [[10, 3, null]], "package"], 6],
  ["a trailing blank row is skipped", [150, [...OPEN, [null, null, null]]], 140],
  [
    "trailing blank rows are skipped",
    [150, [HEADER, ...OPEN, ...[1, 2, 3].map(() => [null, null, null])]],
    140,
  ],
  ["a trailing blank row opens no tier", [300, [...CLOSED, nothing, nothing]], notFound("quantity", 300)],
  [
    "a trailing row of a blank and a zero is skipped",
    [300, [...CLOSED, [null, 0]]],
    notFound("quantity", 300),
  ],
  [
    "a trailing row of a zero and a blank is skipped",
    [300, [...CLOSED, [0, null]]],
    notFound("quantity", 300),
  ],
  ["blank rows after the one row of per_unit", [150, [["*", 0.5], nothing, nothing], "per_unit"], 75],
  ["blank rows after the one row of package", [15, [[10, 3], nothing], "package"], 6],
  ["blank rows after the one row of percentage", [100, [["*", 0.029], nothing], "percentage"], 2.9],
  ["a blank bound in the last row of a stairstep", [300, [[100, 50], [null, 80], nothing], "stairstep"], 80],
];

/** A blank that arrives as 0 cannot be told from a 0, so these hold for the others alone. */
const trueBlankCases: readonly CallCase[] = [
  [
    "a row whose prices are blank is skipped between others",
    [
      150,
      [
        [100, 1],
        [120, null],
        ["*", 0.5],
      ],
    ],
    125,
  ],
  [
    "a row whose price and fee are blank is skipped first",
    [
      150,
      [
        [100, null, null],
        ["*", 0.5, 7],
      ],
    ],
    82,
  ],
  ["a last row whose price is blank is skipped", [300, [...CLOSED, ["*", null]]], notFound("quantity", 300)],
];

const asText = () => plain().withBlanks("");
const asZero = () => plain().withBlanks(0);
const asNull = () => plain().withBlanks(null);

describeCalls(asText, "RATE_USAGE", [...blankCases, ...trueBlankCases], 'blanks of a tier range as ""');
describeCalls(asZero, "RATE_USAGE", blankCases, "blanks of a tier range as 0");
describeCalls(asNull, "RATE_USAGE", [...blankCases, ...trueBlankCases], "blanks of a tier range as null");

const others: readonly CallCase[] = [
  ["a tier row of blanks ends the table", [100, [...CLOSED, nothing]], 0.5],
  ["above it there is nothing", [200, [...CLOSED, nothing]], notFound()],
];
describeCalls(asText, "MARGINAL_RATE", others, 'MARGINAL_RATE with blanks as ""');
describeCalls(asZero, "MARGINAL_RATE", others, "MARGINAL_RATE with blanks as 0");
describeCalls(asNull, "MARGINAL_RATE", others, "MARGINAL_RATE with blanks as null");

describeCalls(asZero, "EFFECTIVE_RATE", [
  ["a blank bound has no limit here too", [300, [...CLOSED, [null, 0.1]]], 160 / 300],
  ["a trailing blank row is skipped here too", [150, [...OPEN, [null, null, null]]], 140 / 150],
]);
