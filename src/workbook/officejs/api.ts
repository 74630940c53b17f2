/**
 * Microsoft's library as the page has loaded it. It is handed in rather than read from the page, so that nothing here
 * runs where it is missing.
 */
export interface OfficeLibrary {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
}
