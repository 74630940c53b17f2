import { strings as calendar } from "../../reports/calendar/strings";
import { contractStrings } from "../../reports/contract/contractStrings";
import { strings as contract } from "../../reports/contract/strings";
import { strings as diagnostics } from "../../reports/diagnostics/strings";
import { strings as functions } from "../../reports/functions/strings";
import { strings as help } from "../../reports/help/strings";
import { strings as sample } from "../../reports/sample/strings";
import { strings as settings } from "../../reports/settings/strings";
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
  pair(contract, {
    title: "Vertrag",
    about: "Geltende Preise, was er bisher abrechnet, Kündigung und Verlängerung",
  }),
  pair(contractStrings, {
    contract: "Vertrag",
    day: "Am",
    none: "In dieser Arbeitsmappe gibt es noch keine Verträge.",
    customer: "Kunde",
    began: "Begonnen",
    ends: "Endet",
    noticeBy: "Kündigung bis",
    renewedTo: "Verlängert bis",
    noEnd: "Kein Ende vereinbart",
    soFar: "Dieser Zeitraum",
    note: (currency, period) => `${period}, ${currency} vor Steuer`,
    billed: "Ein endgültiger Beleg rechnet ihn ab.",
    usage: (day) =>
      `Verbrauch ist bis ${day} bekannt. Die zweite Zahl ist das Ende des Zeitraums, wenn es so weitergeht.`,
    charge: "Posten",
    toDate: "Bisher",
    atEnd: "Am Ende",
    total: "Gesamt",
    noCharges: "Für diesen Zeitraum ist noch nichts abzurechnen.",
    noPeriod: "An diesem Tag hat der Vertrag keinen Abrechnungszeitraum.",
    prices: "Geltende Preise",
    noPrices: "An diesem Tag gilt kein Preis.",
    history: "Verlauf",
    since: (product, day) => `${product}, ab ${day}`,
    added: (term, now) => `${term} ${now}`,
    changed: (term, before, now) => `${term} ${before} → ${now}`,
    removed: (term, before) => `${term} ${before} → keine`,
    same: "Wie zuvor",
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
  pair(functions, {
    title: "Funktionen",
    about: "Abrechnungsformeln für Ihre eigenen Zellen",
    descriptions: "functions-de.json",
    find: "Funktion suchen",
    findHint: "Ein Wort, wie Staffel oder tax",
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
