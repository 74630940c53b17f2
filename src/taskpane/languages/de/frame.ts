import { invoiceStrings } from "../../invoice/strings";
import { openStrings } from "../../open/strings";
import { runStrings } from "../../run/strings";
import { counted } from "../../strings/counted";
import { issuedStrings } from "../../strings/issued";
import { paneStrings } from "../../strings/pane";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "Rechnung", "Rechnungen");

export const frame = [
  pair(paneStrings, {
    frame: {
      tabs: { bill: "Abrechnen", review: "Prüfen", reconcile: "Abstimmen", more: "Mehr" },
      product: "Ratebook",
      views: "Ansichten",
      reports: "Berichte",
      private: "Nichts verlässt diese Arbeitsmappe",
      noPeriod: "Noch kein Zeitraum",
      loading: "Wird geladen…",
      notRead: "Die Arbeitsmappe ist noch nicht gelesen.",
      back: "Zurück",
      showAll: (count) => `Alle ${count} zeigen`,
      showLess: "Weniger zeigen",
      showMore: (count, rest) => `${count} von ${rest} weiteren zeigen`,
      dismiss: "Schließen",
      retry: "Noch einmal versuchen",
      details: "Einzelheiten kopieren",
      copied: "Kopiert",
      notCopied: "Der Browser lässt das Kopieren nicht zu. Markieren Sie den Text und kopieren Sie ihn.",
      goToCell: (cell) => `${cell} auswählen`,
      after: {
        written:
          "Die Änderung ist geschrieben, aber die Arbeitsmappe konnte nicht noch einmal gelesen werden.",
        undone: "Der Lauf ist zurückgenommen, aber die Arbeitsmappe konnte nicht noch einmal gelesen werden.",
      },
      left: (sheets) => `Diese Blätter konnten nicht zurückgesetzt werden: ${sheets}.`,
    },
    severity: { error: "Fehler", warning: "Warnung", info: "Hinweis" },
    crash: {
      title: "Diese Ansicht ist stehengeblieben",
      text: "Ihre Arbeitsmappe ist davon nicht berührt. Setzen Sie die Ansicht zurück oder laden Sie den Bereich neu.",
      reload: "Neu laden",
      reset: "Ansicht zurücksetzen",
      background: "Im Hintergrund ist etwas schiefgegangen. Die Arbeitsmappe wurde dadurch nicht geändert.",
    },
    bill: {
      steps: { sheets: "Blätter", check: "Prüfung", preview: "Vorschau", done: "Fertig" },
      progress: "Schritte eines Laufs",
      reading: "Die Arbeitsmappe wird gelesen",
      checking: "Jede Zeile wird geprüft",
      previewing: "Die Rechnungen werden berechnet",
      writing: "Wird geschrieben",
      undoing: "Der Lauf wird zurückgenommen",
      activity: {
        reading: (name) => `${name} wird gelesen`,
        writing: (name) => `${name} wird geschrieben`,
        writingInvoices: "Die Rechnungsblätter werden geschrieben",
        comparing: "Es wird geprüft, dass sich nichts geändert hat",
        readingBack: "Das Geschriebene wird gelesen",
      },
      cancel: "Abbrechen",
      cancelling: "Wird abgebrochen. Die Arbeitsmappe wird wieder, was sie war…",
      cancelled: "Abgebrochen. Die Arbeitsmappe ist, was sie war.",
      stale: (sheet) =>
        `${sheet} wurde seit dem Lesen der Arbeitsmappe geändert. Prüfen Sie noch einmal, bevor Sie weitergehen.`,
      readAgain: "Neu lesen",
      insertSample: "Beispiel einfügen",
      check: "Prüfen",
      of: (period, asOf) => `${period}, Stand ${asOf}`,
      undoRun: "Diesen Lauf zurücknehmen",
      announce: {
        sheets: "Die Blätter sind gelesen.",
        checked: (errors, warnings) =>
          `Prüfung beendet: ${errors} Fehler, ${counted(warnings, "Warnung", "Warnungen")}.`,
        previewed: (count) => `Vorschau bereit: ${invoices(count)}.`,
        done: "Die Rechnungen sind geschrieben.",
        undone: "Der Lauf ist zurückgenommen.",
      },
    },
  }),
  pair(openStrings, {
    title: "Verbrauch aus einer Arbeitsmappe abrechnen",
    text: "Öffnen Sie eine Excel-Arbeitsmappe oder das Beispiel. Sie wird auf diesem Gerät gelesen und nirgendwohin geschickt.",
    open: "Arbeitsmappe öffnen",
    file: "Datei der Arbeitsmappe",
    sample: "Beispiel öffnen",
    drop: "oder legen Sie eine .xlsx-Datei hier ab",
    opening: "Die Arbeitsmappe wird geöffnet",
    download: "Arbeitsmappe herunterladen",
    sheets: "Blätter der Arbeitsmappe",
    rows: "Zeile",
    grid: (sheet) => `Zellen von ${sheet}`,
    selected: (cell) => `Ausgewählt: ${cell}`,
  }),
  pair(runStrings, {
    heldTitle: "Zurückgehalten",
    heldWhy:
      "Diese Rechnungen warten, bis die Fehler dahinter behoben sind. Alle anderen können geschrieben werden.",
    heldBy: (codes) => `wegen ${codes}`,
    notReadTitle: "Nicht gelesen",
    notReadCount: (columns, columnsText, sheets, sheetsText) =>
      [
        ...(columns > 0 ? [counted(columnsText, "Spalte", "Spalten")] : []),
        ...(sheets > 0 ? [counted(sheetsText, "Blatt", "Blätter")] : []),
      ].join(", ") + " könnten wichtig sein. Was darin steht, wirkt nicht auf die Abrechnung.",
    noHeader: "Spalte ohne Überschrift",
    sheetLink: "öffnen",
    looksLike: (table) => `Blatt, das nach ${table} aussieht`,
    ofTable: (table) => `Spalte, die ${table} nicht liest`,
    means: (table, field) => `Spalte, die ${table} nicht liest; sie ähnelt ${field}`,
    warningsTitle: "Bevor Sie schreiben",
    warningsWhy: "Diese Warnungen nennen, was falsch abgerechnet werden könnte.",
    sheet: "Blatt",
    rows: "Zeilen",
    happens: "Änderung",
    lastWritten: "Zuletzt geschrieben",
    wrote: (title, sheets) => `${title} geschrieben: ${sheets}.`,
    undo: "Zurücknehmen",
    undone: (title) => `${title}: zurückgenommen.`,
    problems: "Probleme",
    problemsAll: (count) => `Alle ${count} Probleme`,
    line: (file, line) => `${file}, Zeile ${line}`,
    invoiceSheets: (count) => counted(count, "gestaltete Rechnung", "gestaltete Rechnungen"),
    expected: "erwartet",
    found: "gefunden",
    nothing: "nichts",
    yourName: "Ihr Name",
    yourNameHint: "Wie er in den Protokollen steht; bleibt in diesem Browser",
    editedSince: (sheet) =>
      `${sheet} wurde inzwischen geändert. Sehen Sie nach, was jetzt geschrieben würde, und drücken Sie noch einmal.`,
  }),
  pair(invoiceStrings, {
    each: (quantity, unit, price) => `${quantity}${unit === "" ? "" : ` ${unit}`} × ${price}`,
    explain: "Erklären",
    net: "Netto",
    tax: "Steuer",
    total: "Gesamt",
    tiers: "Staffeln",
    rounding: "Rundung",
    price: "Preis",
    usage: (count) => counted(count, "Verbrauchszeile", "Verbrauchszeilen"),
    showUsage: "Verbrauchszeilen zeigen",
    differs: (shown) =>
      `Die Arbeitsmappe zeigt ${shown}; ihre Eingaben ergeben etwas anderes. Jemand hat es geändert, oder die Eingaben haben sich seit dem Schreiben geändert.`,
    lines: (count) => counted(count, "Position", "Positionen"),
    creditNote: "Gutschrift",
  }),
  pair(issuedStrings, {
    title: "Ausgestellte Rechnung geändert",
    changed: (documents) =>
      `${counted(documents, "Beleg ist", "Belege sind")} nicht mehr, was ausgestellt wurde. Ein ausgestellter Beleg wird durch eine Gutschrift berichtigt.`,
    gone: (invoice) => `${invoice} steht in keiner Zeile mehr: nehmen Sie das Löschen zurück.`,
    deleted: (invoice) =>
      `${invoice} steht in keiner Zeile mehr: Wiederherstellen schreibt sie, wie sie versiegelt wurde.`,
    more: (count) => `und ${count} weitere; „Arbeitsmappe nachprüfen“ zeigt alle`,
    restore: "Wiederherstellen",
    restored: "Was ausgestellt wurde, steht wieder da.",
  }),
];
