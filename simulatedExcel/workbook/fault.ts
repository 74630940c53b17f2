/** A refusal of the host, by the code that Office.js hands to the add-in. */
export class ApiFault extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

const texts = {
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  ItemNotFound: "The requested resource doesn't exist.",
  ItemAlreadyExists: "The resource being created already exists.",
  InvalidReference: "This reference is not valid for the current operation.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidSelection: "The current selection is invalid for this operation.",
  InvalidObjectPath: "The object path isn't working for what you're trying to do.",
  AccessDenied: "You cannot perform the requested operation.",
  GeneralException: "There was an internal error while processing the request.",
  MergedRangeConflict: "This operation isn't allowed: it would change part of a merged cell.",
  FilteredRangeConflict: "The attempted operation causes a conflict with a filtered range.",
  InsertDeleteConflict: "The insert or delete operation attempted resulted in a conflict.",
  NonBlankCellOffSheet:
    "Microsoft Excel can't insert new cells because it would push non-empty cells off the end of the worksheet.",
  InvalidOperationInCellEditMode: "Excel is in cell-editing mode. Please exit the edit mode and try again.",
} as const;

export type FaultCode = keyof typeof texts;

/** @param detail for the reader of a failing test; Excel says only the first sentence */
export function fault(code: FaultCode, detail?: string): ApiFault {
  return new ApiFault(code, detail === undefined ? texts[code] : `${texts[code]} (${detail})`);
}

export function faultText(code: string): string {
  return code in texts ? texts[code as FaultCode] : `The test made this request fail with ${code}.`;
}
