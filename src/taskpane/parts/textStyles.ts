import { makeStyles, tokens } from "@fluentui/react-components";

/** How text and tables look everywhere in the pane. */
export const useTextStyles = makeStyles({
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
  paragraph: { margin: 0 },
  number: { fontVariantNumeric: "tabular-nums", textAlign: "right", whiteSpace: "nowrap" },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  /** Read by screen readers only. */
  hidden: {
    position: "absolute",
    width: "1px",
    height: "1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  row: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  formula: {
    display: "block",
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: "anywhere",
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    "& th, & td": {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS}`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: "left",
      verticalAlign: "baseline",
      overflowWrap: "anywhere",
    },
    "& th:first-child, & td:first-child": { paddingLeft: 0 },
    "& th:last-child, & td:last-child": { paddingRight: 0 },
    "& thead th": {
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightRegular,
      overflowWrap: "normal",
    },
    "& tbody th": { fontWeight: tokens.fontWeightSemibold },
    "& .number": { textAlign: "right", whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" },
    // At 200 % zoom a row becomes two lines, its name above its figures.
    "@media (max-width: 240px)": {
      "& tr": {
        display: "grid",
        gridTemplateColumns: "minmax(0, 1fr) auto auto",
        borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      },
      "& th, & td": { border: 0, padding: `2px ${tokens.spacingHorizontalXS} 2px 0` },
      "& tbody th": { gridColumn: "1 / -1" },
      "& thead": { display: "none" },
    },
  },
});
