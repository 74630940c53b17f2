import { invoiceStrings } from "../../invoice/strings";
import { openStrings } from "../../open/strings";
import { runStrings } from "../../run/strings";
import { counted } from "../../strings/counted";
import { issuedStrings } from "../../strings/issued";
import { paneStrings } from "../../strings/pane";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "factuur", "facturen");

export const frame = [
  pair(paneStrings, {
    frame: {
      tabs: { bill: "Factureren", review: "Beoordelen", reconcile: "Afstemmen", more: "Meer" },
      product: "Ratebook",
      views: "Weergaven",
      reports: "Rapporten",
      private: "Niets verlaat deze werkmap",
      noPeriod: "Nog geen periode",
      loading: "Laden…",
      notRead: "De werkmap is nog niet gelezen.",
      back: "Terug",
      showAll: (count) => `Alle ${count} tonen`,
      showLess: "Minder tonen",
      showMore: (count, rest) => `${count} van ${rest} meer tonen`,
      dismiss: "Sluiten",
      retry: "Opnieuw proberen",
      details: "Details kopiëren",
      copied: "Gekopieerd",
      notCopied: "De browser staat kopiëren niet toe. Selecteer de tekst en kopieer die.",
      goToCell: (cell) => `${cell} selecteren`,
      after: {
        written: "De wijziging is geschreven, maar de werkmap kon niet opnieuw worden gelezen.",
        undone: "De run is ongedaan gemaakt, maar de werkmap kon niet opnieuw worden gelezen.",
      },
      left: (sheets) => `Deze bladen konden niet worden teruggezet: ${sheets}.`,
    },
    severity: { error: "Fout", warning: "Waarschuwing", info: "Opmerking" },
    crash: {
      title: "Deze weergave is gestopt",
      text: "Uw werkmap is hierdoor niet geraakt. Zet de weergave terug om verder te gaan, of laad het deelvenster opnieuw.",
      reload: "Opnieuw laden",
      reset: "Weergave terugzetten",
      background: "Er ging iets mis op de achtergrond. De werkmap is daardoor niet gewijzigd.",
    },
    bill: {
      steps: { sheets: "Bladen", check: "Controle", preview: "Voorbeeld", done: "Klaar" },
      progress: "Stappen van een run",
      reading: "De werkmap wordt gelezen",
      checking: "Elke rij wordt gecontroleerd",
      previewing: "De facturen worden berekend",
      writing: "Schrijven",
      undoing: "De run wordt ongedaan gemaakt",
      activity: {
        reading: (name) => `${name} wordt gelezen`,
        writing: (name) => `${name} wordt geschreven`,
        writingInvoices: "De factuurbladen worden geschreven",
        comparing: "Er wordt gecontroleerd of er niets is veranderd",
        readingBack: "Wat is geschreven wordt gelezen",
      },
      cancel: "Annuleren",
      cancelling: "Annuleren. De werkmap wordt weer wat hij was…",
      cancelled: "Geannuleerd. De werkmap is wat hij was.",
      stale: (sheet) =>
        `${sheet} is gewijzigd sinds de werkmap is gelezen. Controleer opnieuw voordat u verdergaat.`,
      readAgain: "Opnieuw lezen",
      insertSample: "Voorbeeld invoegen",
      check: "Controleren",
      of: (period, asOf) => `${period}, per ${asOf}`,
      undoRun: "Deze run ongedaan maken",
      announce: {
        sheets: "De bladen zijn gelezen.",
        checked: (errors, warnings) =>
          `Controle klaar: ${counted(errors, "fout", "fouten")}, ${counted(warnings, "waarschuwing", "waarschuwingen")}.`,
        previewed: (count) => `Voorbeeld klaar: ${invoices(count)}.`,
        done: "De facturen zijn geschreven.",
        undone: "De run is ongedaan gemaakt.",
      },
    },
  }),
  pair(openStrings, {
    title: "Verbruik factureren vanuit een werkmap",
    text: "Open een Excel-werkmap of probeer het voorbeeld. De werkmap wordt op dit apparaat gelezen en gaat nergens heen.",
    open: "Werkmap openen",
    file: "Werkmapbestand",
    sample: "Voorbeeld openen",
    drop: "of zet hier een .xlsx-bestand neer",
    opening: "De werkmap wordt geopend",
    download: "Werkmap downloaden",
    sheets: "Bladen van de werkmap",
    rows: "Rij",
    grid: (sheet) => `Cellen van ${sheet}`,
    selected: (cell) => `Geselecteerd: ${cell}`,
  }),
  pair(runStrings, {
    heldTitle: "Aangehouden",
    heldWhy:
      "Deze facturen wachten tot de fouten erachter zijn hersteld. Alle andere kunnen worden geschreven.",
    heldBy: (codes) => `vanwege ${codes}`,
    notReadTitle: "Niet gelezen",
    notReadCount: (columns, columnsText, sheets, sheetsText) =>
      [
        ...(columns > 0 ? [counted(columnsText, "kolom", "kolommen")] : []),
        ...(sheets > 0 ? [counted(sheetsText, "blad", "bladen")] : []),
      ].join(", ") + " die ertoe kunnen doen. Wat erin staat, heeft geen invloed op de facturen.",
    noHeader: "Kolom zonder kop",
    sheetLink: "openen",
    looksLike: (table) => `Blad dat op ${table} lijkt`,
    ofTable: (table) => `Kolom die ${table} niet leest`,
    means: (table, field) => `Kolom die ${table} niet leest; hij lijkt op ${field}`,
    warningsTitle: "Voordat u schrijft",
    warningsWhy: "Deze waarschuwingen noemen wat verkeerd gefactureerd kan worden.",
    sheet: "Blad",
    rows: "Rijen",
    happens: "Wijziging",
    lastWritten: "Laatst geschreven",
    wrote: (title, sheets) => `${title} geschreven: ${sheets}.`,
    undo: "Ongedaan maken",
    undone: (title) => `${title}: ongedaan gemaakt.`,
    problems: "Problemen",
    problemsAll: (count) => `Alle ${count} problemen`,
    line: (file, line) => `${file}, regel ${line}`,
    invoiceSheets: (count) => counted(count, "opgemaakte factuur", "opgemaakte facturen"),
    expected: "verwacht",
    found: "gevonden",
    nothing: "niets",
    yourName: "Uw naam",
    yourNameHint: "Zoals hij in de logboeken staat; blijft in deze browser",
    editedSince: (sheet) =>
      `${sheet} is intussen gewijzigd. Bekijk wat er nu geschreven zou worden en druk dan opnieuw.`,
  }),
  pair(invoiceStrings, {
    each: (quantity, unit, price) => `${quantity}${unit === "" ? "" : ` ${unit}`} × ${price}`,
    explain: "Uitleggen",
    net: "Netto",
    tax: "Belasting",
    total: "Totaal",
    tiers: "Staffels",
    rounding: "Afronding",
    price: "Prijs",
    usage: (count) => counted(count, "verbruiksrij", "verbruiksrijen"),
    showUsage: "Verbruiksrijen tonen",
    differs: (shown) =>
      `De werkmap toont ${shown}, en dat geven de invoergegevens niet. Iemand heeft het gewijzigd, of de invoer is sinds het schrijven veranderd.`,
    lines: (count) => counted(count, "regel", "regels"),
    creditNote: "Creditnota",
  }),
  pair(issuedStrings, {
    title: "Uitgegeven factuur gewijzigd",
    changed: (documents) =>
      `${counted(documents, "document is", "documenten zijn")} niet meer wat is uitgegeven. Een uitgegeven document wordt met een creditnota gecorrigeerd.`,
    gone: (invoice) => `${invoice} staat in geen rij meer: maak het verwijderen ongedaan.`,
    deleted: (invoice) =>
      `${invoice} staat in geen rij meer: Herstellen schrijft haar zoals ze verzegeld is.`,
    more: (count) => `en nog ${count}; “Werkmap verifiëren” toont ze allemaal`,
    restore: "Herstellen",
    restored: "Wat is uitgegeven, staat er weer.",
  }),
];
