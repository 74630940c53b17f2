import { strings as calendar } from "../../reports/calendar/strings";
import { cardStrings } from "../../reports/cards/cardStrings";
import { strings as cards } from "../../reports/cards/strings";
import { strings as diagnostics } from "../../reports/diagnostics/strings";
import { strings as exporting } from "../../reports/exporting/strings";
import { freezeStrings } from "../../reports/freeze/freezeStrings";
import { strings as freeze } from "../../reports/freeze/strings";
import { strings as functions } from "../../reports/functions/strings";
import { strings as help } from "../../reports/help/strings";
import { strings as importing } from "../../reports/importing/strings";
import { strings as sample } from "../../reports/sample/strings";
import { strings as settings } from "../../reports/settings/strings";
import { shareStrings } from "../../reports/share/shareStrings";
import { strings as share } from "../../reports/share/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

export const more = [
  pair(calendar, {
    title: "Vertragskalender",
    about: "Was jeder Zeitraum eines Vertrags erwartet und was ihn abrechnet",
    contract: "Vertrag",
    year: "Jahr",
    note: (currency, asOf) => `${currency}, vor Steuer, Stand ${asOf}`,
    days: (count) => counted(count, "Tag", "Tage"),
    expected: "Erwartet",
    billed: "Abgerechnet",
    credited: "Gutgeschrieben",
    late: "Davon verspätet",
    open: "Offen",
    states: {
      billed: "Abgerechnet",
      missing: "Fehlt: nichts rechnet diese Tage ab",
      under: "Zu wenig abgerechnet",
      over: "Zu viel abgerechnet",
      nothing: "Nichts fällig",
      ahead: "Noch nicht fällig",
    },
    none: "In dieser Arbeitsmappe gibt es noch keine Verträge mit Verbrauch oder Belegen.",
  }),
  pair(settings, {
    title: "Einstellungen",
    about: "Was über Nummern, Rundung und Texte entscheidet",
    lead: "Stehen auf dem Blatt Settings dieser Arbeitsmappe.",
    byDefault: (name) => `${name} (Vorgabe)`,
    saved: (name) => `${name} ist gespeichert`,
    none: "Aus dieser Arbeitsmappe lassen sich keine Einstellungen lesen.",
    save: "Speichern",
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
      "Diese werden hier nicht verdeckt: berichtigen Sie sie von Hand oder geben Sie eine Kopie weiter, die sie auslässt.",
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
  pair(functions, {
    title: "Funktionen",
    about: "Abrechnungsformeln für Ihre eigenen Zellen",
    find: "Funktion suchen",
    findHint: "Ein Wort, auf Englisch, wie tier oder tax",
    found: (found, all) => (found === all ? `${all} Funktionen` : `${found} von ${all} Funktionen`),
    none: "Keine Funktion passt. Versuchen Sie ein Wort wie tax oder tier.",
    insert: "Einfügen",
    inserted: (cell) => `In ${cell} eingefügt`,
    optional: (description) => `${description} (freigestellt)`,
    example: "Beispiel",
    help: (name) => `Hilfe zu ${name}`,
  }),
  pair(sample, {
    title: "Beispieldaten",
    about: "Eine kleine erfundene Firma zum Ausprobieren",
    text: "Fügt die Blätter einer erfundenen Firma hinzu: ihre Verträge, Preise und einen Monat Verbrauch. Nichts von Ihnen wird geändert; die Blätter lassen sich jederzeit löschen.",
  }),
  pair(help, {
    title: "Hilfe",
    about: "Wie es geht und was Fehler bedeuten",
    start: "Abrechnen in vier Schritten",
    steps: [
      "Blätter: sehen, was gefunden wurde, den Zeitraum wählen.",
      "Prüfung: Fehler an ihren Zellen beheben oder ihre Rechnungen warten lassen.",
      "Vorschau: Summen, Änderungen und jede Position, bevor etwas geschrieben wird.",
      "Schreiben: neue Blätter in dieser Arbeitsmappe; „Diesen Lauf zurücknehmen“ nimmt sie wieder weg.",
    ],
    use: "Eine Funktion benutzen",
    useText:
      "Schreiben Sie =BILLING. in eine Zelle; Excel zeigt die Funktionen. Angaben in [Klammern] dürfen fehlen.",
    errors: "Wenn eine Zelle einen Fehler zeigt",
    errorList: [
      ["#VALUE!", "Eine Angabe ist nicht, was die Funktion braucht. Die Marke an der Zelle sagt, welche."],
      ["#N/A", "Nichts wurde gefunden, etwa eine Menge über der letzten Staffel."],
      ["#DIV/0!", "Es gibt nichts, wodurch geteilt werden kann, etwa einen Umsatz von 0."],
      ["#NUM!", "Das Ergebnis ist zu groß für eine Zelle."],
      ["#BUSY!", "Excel rechnet noch. Das vergeht von selbst."],
      [
        "#NAME?",
        "Ratebook ist nicht installiert oder nicht gestartet. Öffnen Sie diesen Bereich und rechnen Sie neu.",
      ],
    ],
    send: "Eine Arbeitsmappe verschicken",
    sendText:
      "Zellen werden bei Leuten ohne Ratebook zu #NAME?, wenn sie rechnen. Schicken Sie eine Kopie, in der die Formeln als Werte eingefügt sind.",
    all: "Alle Hilfeseiten",
  }),
  pair(diagnostics, {
    title: "Diagnose",
    about: "Was wo läuft, für Leute, die Ihnen helfen",
    host: "Programm",
    platform: "Plattform",
    version: "Version",
    sets: "Anforderungssätze",
    functions: "Angemeldete Funktionen",
    lastTimes: "Zuletzt gedauert",
    parts: {
      read: "Lesen",
      open: "Öffnen",
      check: "Prüfung",
      preview: "Vorschau",
      plan: "Plan",
      apply: "Schreiben",
    },
    time: (part, milliseconds) => `${part} ${milliseconds} ms`,
    lastError: "Letzter Fehler",
    none: "keiner",
    private: "Kopierte Einzelheiten nennen Aufrufe und Codes, nie, was in Ihren Zellen steht.",
  }),
];
