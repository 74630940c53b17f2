import { cardStrings } from "../../reports/cards/cardStrings";
import { strings as cards } from "../../reports/cards/strings";
import { documentsStrings } from "../../reports/documents/documentsStrings";
import { strings as documents } from "../../reports/documents/strings";
import { strings as exporting } from "../../reports/exporting/strings";
import { freezeStrings } from "../../reports/freeze/freezeStrings";
import { strings as freeze } from "../../reports/freeze/strings";
import { strings as functions } from "../../reports/functions/strings";
import { strings as importing } from "../../reports/importing/strings";
import { shareStrings } from "../../reports/share/shareStrings";
import { strings as share } from "../../reports/share/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

export const files = [
  pair(documents, { title: "Belege", about: "Rechnungen als PDF und E-Rechnung, zum Versenden" }),
  pair(documentsStrings, {
    lead: "Wählen Sie Belege und was aus ihnen wird. Jeder wird geprüft, bevor er gemacht wird. Nichts wird irgendwohin geschickt.",
    kind: "Datei",
    pdf: "PDF",
    language: "Sprache",
    ofCustomer: "Die des Kunden",
    invoices: "Belege",
    invoicesHint: "Leer: alle ausgestellten. Nummern, INV-1..INV-9 oder Currency=EUR, durch Kommas getrennt",
    drafts: "Auch Belege, die noch nicht ausgestellt sind; jede Seite sagt es",
    apart: "Jede Datei für sich, nicht in einer .zip",
    show: "Belege zeigen",
    make: (count) => `${counted(count, "Datei", "Dateien")} machen`,
    makeNone: "Dateien machen",
    looking: "Die Belege werden angesehen",
    making: (done, of) => `${done} von ${of} wird gemacht`,
    files: "Dateien",
    nothing: "Es gibt keinen Beleg, aus dem eine Datei zu machen ist.",
    number: "Beleg",
    customer: "Kunde",
    file: "Dateiname",
    leftOut: "Ausgelassen",
    leftOutNote: (count) =>
      `${counted(count, "Beleg wird", "Belege werden")} nicht gemacht, bis das behoben ist.`,
    remarks: "Wissenswertes",
    cancelled: "Abgebrochen; keine Datei ist gespeichert.",
    done: (count) => `${counted(count, "Datei ist", "Dateien sind")} heruntergeladen.`,
    archive: "belege",
  }),
  pair(exporting, {
    title: "Ausgeben",
    about: "Dateien für Buchhaltungssysteme, jeder Beleg einmal",
    lead: "Wählen Sie ein System und sehen Sie, was in seine Datei kommt, was ausgelassen wird und warum. Nichts wird irgendwohin geschickt.",
    target: "System",
    choose: "System wählen",
    invoices: "Belege",
    invoicesHint: "Leer: alle ausgestellten. Nummern, INV-1..INV-9 oder Currency=EUR, durch Kommas getrennt",
    drafts: "Auch Belege, die noch nicht ausgestellt sind",
    again: "Auch Belege, die schon ausgegeben wurden",
    show: "Ausgabe zeigen",
    download: "Herunterladen",
    running: "Die Belege werden angesehen",
    files: "Dateien",
    nothing: "Es gibt nichts auszugeben.",
    already: (count) => `${counted(count, "Beleg wurde", "Belege wurden")} schon ausgegeben.`,
    file: "Datei",
    documents: "Belege",
    rows: "Zeilen",
    leftOut: "Ausgelassen",
    leftOutNote: (count) =>
      `${counted(count, "Beleg fehlt", "Belege fehlen")} in der Datei, bis das behoben ist.`,
    remarks: "Wissenswertes",
    changed: (sheet) =>
      `${sheet} wurde geändert: sehen Sie die Ausgabe noch einmal an, dann laden Sie sie herunter.`,
    act: "die Ausgabe",
    done: (name) => `${name} ist heruntergeladen; Exports sagt, welche Belege darin sind.`,
    doneWhole: (name) => `${name} ist heruntergeladen.`,
  }),
  pair(importing, {
    title: "Einlesen",
    about: "Geschäfte, Abonnements, Kunden und Tabellen aus Dateien",
    lead: "Wählen Sie, was die Datei ist, dann die Datei: ihre Zeilen werden gezeigt, bevor etwas dazukommt. Dieselbe Datei noch einmal fügt nichts hinzu.",
    source: "Art der Datei",
    choose: "Art der Datei wählen",
    table: "Tabelle",
    tableHint: "Leer: der Name der Datei sagt es",
    file: "Datei",
    chooseFile: "Datei wählen",
    add: "Zeilen hinzufügen",
    running: "Die Datei wird gelesen",
    read: (count, name) => `${counted(count, "Zeile", "Zeilen")} in ${name}`,
    added: "Was dazukommt",
    nothing: "Es gibt nichts hinzuzufügen.",
    tableColumn: "Tabelle",
    rows: "Zeilen",
    leftOut: "Ausgelassen",
    findings: "Geschäfte und Verträge",
    issues: "Falsch in der Datei",
    changed: (sheet) =>
      `${sheet} wurde geändert: sehen Sie die Datei noch einmal an, dann fügen Sie ihre Zeilen hinzu.`,
    act: "das Einlesen",
    done: (name) => `Die Zeilen von ${name} sind hinzugefügt.`,
    line: (line) => `Zeile ${line}`,
  }),
  pair(share, { title: "Kopie weitergeben", about: "Eine Kopie für andere, mit Pseudonymen für Personen" }),
  pair(shareStrings, {
    lead: "Eine Datei mit den Tabellen, die verstanden werden; was eine Person nennt, ist dort ein Pseudonym, auch in Texten. Diese Arbeitsmappe bleibt, wie sie ist.",
    columns: "Weitere persönliche Spalten",
    columnsHint: "Neben denen der Einstellungen, etwa Usage: Caller; Contacts: Phone",
    pseudonyms: "Pseudonyme",
    cells: (count) => counted(count, "Zelle", "Zellen"),
    column: (table, column) => `${table}: ${column}`,
    none: "Keine Spalte mit Personen ist gefüllt.",
    dropped: (count) => `Ausgelassen: ${counted(count, "Blatt oder Spalte", "Blätter und Spalten")}`,
    alsoDropped: "Auch Kommentare, Eigenschaften, Bilder und gedruckte Blätter bleiben zurück.",
    cards: (count) => `${counted(count, "Kartennummer ist", "Kartennummern sind")} darin verdeckt.`,
    anonymity:
      "Pseudonyme sind keine Anonymität: wer Ihre Kunden kennt, erkennt sie vielleicht an ihren Zahlen.",
    making: "Die Kopie wird gemacht",
    saved: (name) => `${name} wird zum Speichern übergeben.`,
  }),
  pair(cards, {
    title: "Kartennummern",
    about: "Nummern von Zahlungskarten in Zellen und Kommentaren, zum Verdecken",
  }),
  pair(cardStrings, {
    lead: "Nummern, die sich wie Zahlungskarten lesen. Nur ihre letzten vier Ziffern werden gezeigt.",
    mask: "Verdecken",
    masked: "Die Nummern in Zellen sind verdeckt.",
    unchanged: "In Zellen ist nichts mehr zu verdecken.",
    scanning: "Kartennummern werden gesucht",
    none: "Keine Nummer einer Zahlungskarte wurde gefunden.",
    cells: "In Zellen",
    cellsNote: (count) =>
      `${counted(count, "Nummer", "Nummern")}; Verdecken setzt Sternchen statt aller bis auf vier Ziffern`,
    beside: "In Kommentaren, Eigenschaften und Formeln",
    besideNote:
      "Verdecken ändert nur Zellen, was „Zurücknehmen“ wieder aufhebt. Speichern Sie eine Kopie, in der auch diese verdeckt sind, oder berichtigen Sie sie von Hand.",
    saveCopy: "Verdeckte Kopie speichern",
    saved: (name) => `Gespeichert als ${name}, jede Nummer verdeckt.`,
    notLooked: "Kommentare und Eigenschaften konnten nicht angesehen werden.",
    card: (masked, scheme) => `${masked} ${scheme}`,
  }),
  pair(freeze, {
    title: "Formeln einfrieren",
    about: "Eine Kopie, deren Zahlen Werte sind, für Leute ohne Ratebook",
  }),
  pair(freezeStrings, {
    lead: "Eine Datei, in der die Formeln der geschriebenen Tabellen ihre Ergebnisse sind. Diese Arbeitsmappe behält ihre Formeln.",
    sheets: (names) => `Formeln von ${names} werden Werte; das Run log der Kopie sagt es.`,
    none: "In dieser Arbeitsmappe ist noch nichts geschrieben, dessen Formeln sich einfrieren ließen.",
    functions: "Auch Funktionen von Ratebook",
    functionsHint: "Zellen, die sie aufrufen, zeigten einen Fehler, wo das Add-In fehlt",
    making: "Die Kopie wird gemacht",
    saved: (name) => `${name} wird zum Speichern übergeben.`,
    frozen: (cells, sheet) => `${sheet}: ${counted(cells, "Formel", "Formeln")}`,
    kept: (cells) => `Diese bleiben Formeln, da sie kein Ergebnis haben: ${cells}.`,
    nothing: "Es gab keine Formel einzufrieren.",
  }),
];
