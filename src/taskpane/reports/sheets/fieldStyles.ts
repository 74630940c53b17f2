import { makeStyles, tokens } from "@fluentui/react-components";

/** How the fields of a run's choice stand: side by side where there is room. */
export const useFieldStyles = makeStyles({
  fields: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fit, minmax(min(136px, 100%), 1fr))",
    gap: tokens.spacingHorizontalM,
    alignItems: "start",
  },
  // Its hint needs the room.
  wide: { gridColumn: "1 / -1" },
  // The box stands where the fields stand.
  numbers: { "& .fui-Checkbox__indicator": { marginLeft: 0 } },
  input: { minWidth: 0, width: "100%", "& select": { paddingLeft: "8px", paddingRight: "26px" } },
});
