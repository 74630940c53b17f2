import { strings as check } from "../../reports/check/strings";
import { strings as done } from "../../reports/done/strings";
import { strings as mapping } from "../../reports/mapping/strings";
import { strings as preview } from "../../reports/preview/strings";
import { strings as sheets } from "../../reports/sheets/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "Rechnung", "Rechnungen");
const rows = (count: string) => counted(count, "Zeile", "Zeilen");

export const bill = [
  pair(sheets, {
    title: "Blätter",
    emptyTitle: "Einen Monat Verbrauch in dieser Arbeitsmappe abrechnen",
    empty:
      "Ratebook liest Verträge, Preise und Verbrauch aus Ihren Blättern und schreibt Rechnungen, eine Abstimmung und eine Liste von allem, was falsch ist, jeweils mit der Zelle.",
    emptyHint:
      "Probieren Sie es mit einer kleinen erfundenen Firma. Ihre Blätter lassen sich jederzeit löschen.",
    unknownSheets:
      "Kein Blatt hat einen Namen, der sagt, was es enthält. Spalten zuordnen sagt, wo Verträge, Preise und Verbrauch stehen.",
    table: "Tabelle",
    sheet: "Blatt",
    rows: "Zeilen",
    columns: "Spalten",
    columnsOf: (found, needed) => `${found} von ${needed}`,
    missing: (titles) => `Es fehlt: ${titles}`,
    notFound: "Nicht gefunden",
    unused: (titles) => `Nicht in dieser Arbeitsmappe, und nicht nötig: ${titles}.`,
    map: "Spalten zuordnen",
    period: "Zeitraum",
    periodBilled: (period) => `${period} · abgerechnet`,
    usageRows: (count) => counted(count, "Verbrauchszeile", "Verbrauchszeilen"),
    noPeriods: (reason = "") =>
      `Kein Verbrauch nennt einen Zeitraum${reason === "" ? "" : `: ${reason}`}. Geben Sie einen ein, etwa 2026-10.`,
    otherPeriod: "Anderer Zeitraum…",
    typedPeriod: "Anderer Zeitraum",
    periodForms: "Ein Monat, 2026-Q4, 2026 oder 2026-10-05..2026-11-04",
    periodExample: "2026-10",
    badPeriod:
      "Das ist kein Zeitraum. Schreiben Sie einen Monat wie 2026-10, ein Quartal wie 2026-Q4, ein Jahr oder zwei Tage mit .. dazwischen.",
    mapOne: "Zuordnen",
    iKnow: "Ich weiß",
    asOf: "Stand",
    numbers: "Endgültige Nummern vergeben",
    numbersHint: "Ohne sie sind Rechnungen Entwürfe, die der nächste Lauf ersetzt.",
    sheetLimit: "Gestaltete Rechnungen",
    sheetLimitHint: "Blätter zum Drucken, eines je Rechnung; höchstens so viele.",
    preparedBy: "Erstellt von",
    preparedByHint: "Ihr Name, für das Run log.",
    usageFiles: "Verbrauchsdateien",
    addFiles: "Verbrauchsdateien hinzufügen",
    dropUsage:
      "oder hier ablegen: CSV, auch gepackt (.csv.gz). Sie werden mit den Zeilen von Usage abgerechnet.",
    usageFile: "Verbrauchsdateien",
    isCopied: "· die Zeilen werden in Usage geschrieben",
    isLeft: "· wird dort abgerechnet, wo sie liegt",
    removeFile: (name) => `${name} weglassen`,
    lastRun: "Letzter Lauf",
    lastRunWas: (period, count) => `${period}, ${invoices(count)} geschrieben.`,
    needs: (obstacle) => `Vor der Prüfung: ${obstacle}`,
  }),
  pair(check, {
    title: "Prüfung",
    errors: (count) => `${count} Fehler`,
    warnings: (count) => counted(count, "Warnung", "Warnungen"),
    held: (count) => `${invoices(count)} zurückgehalten`,
    clean: "Nichts ist falsch. Über jede Zeile ist Rechenschaft gegeben.",
    issues: "Probleme",
    show: "Zeigen",
    showAllIssues: "Alle Probleme",
    showOnly: { error: "Fehler", warning: "Warnungen" },
    find: "Problem suchen",
    findHint: "Zelle oder Wörter",
    noneShown: "Kein Problem ist so.",
    column: (sheet, letters) => `${sheet}, Spalte ${letters}`,
    atStake: (money) => `es geht um ${money}`,
    totals: "Kontrollsummen",
    totalsWhy: "Was aus jeder Verbrauchszeile wurde. Nichts ist ausgelassen.",
    rowsRead: rows,
    fate: "Verbleib",
    rows: "Zeilen",
    quantity: "Menge",
    preview: "Vorschau der Rechnungen",
  }),
  pair(preview, {
    title: "Vorschau",
    totals: "Summen",
    makeUp: (count, net, tax) => `${invoices(count)} · netto ${net} + Steuer ${tax}`,
    nothing: "In diesem Zeitraum ist nichts abzurechnen.",
    changes: "Änderung gegenüber dem vorigen Zeitraum",
    isFirst: "erste Rechnung",
    firstBill: "Erste Abrechnung: es gibt keine früheren Rechnungen zum Vergleich.",
    isHeld: "eine Rechnung ist zurückgehalten",
    change: (before, now) => `${before} → ${now}`,
    list: "Rechnungen",
    writes: "Was geschrieben wird",
    unformatted: (count) =>
      `${counted(count, "Rechnung bekommt", "Rechnungen bekommen")} kein gestaltetes Blatt. Mehr davon stellen Sie unter Blätter ein.`,
    actions: { new: "neu", replaced: "ersetzt", removed: "entfernt", extended: "Zeilen angefügt" },
    upToDate: "Die Arbeitsmappe zeigt schon genau das. Es gibt nichts zu schreiben.",
    undoOf: {
      excel:
        "Excel vergisst seine eigenen Schritte, wenn ein Add-In so viel schreibt. „Diesen Lauf zurücknehmen“ bleibt möglich, bis Sie ändern, was geschrieben wurde.",
      file: "Die geöffnete Datei wird nicht geändert. „Arbeitsmappe herunterladen“ gibt Ihnen die neue.",
    },
    write: "Rechnungen schreiben",
  }),
  pair(done, {
    title: "Fertig",
    written: (count, sheetCount) =>
      `${invoices(count)} auf ${counted(sheetCount, "Blatt", "Blättern")} geschrieben`,
    actions: { created: "angelegt", changed: "geändert", removed: "entfernt" },
    held: (count) => `${counted(count, "Rechnung wartet", "Rechnungen warten")}, bis Fehler behoben sind.`,
    goTo: "Zu den Rechnungen",
    reconcile: "Abstimmen",
    again: "Von vorn beginnen",
  }),
  pair(mapping, {
    title: "Spalten zuordnen",
    lead: "Welche Spalte Ihres Blatts was enthält. Ihre Wahl bleibt in der Arbeitsmappe.",
    table: "Tabelle",
    sheet: "Blatt",
    chooseSheet: "Wählen…",
    noLikelySheet: (role) => `Kein Blatt sieht nach ${role} aus. Wählen Sie das richtige.`,
    notRead: "Nicht gelesen",
    readAs: (shown, read) => `${shown} wird gelesen als ${read}`,
    noSample: "Noch kein Wert",
    good: (count) => `${count} gut`,
    bad: (count) => `${count} nicht lesbar`,
    firstBad: "die erste",
    save: "Zuordnung speichern",
    isMissing: "Wählen Sie die Spalte dafür; die Prüfung braucht sie.",
  }),
];
