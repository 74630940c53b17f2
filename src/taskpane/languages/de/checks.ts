import { checklistStrings } from "../../reports/checklist/checklistStrings";
import { strings as checklist } from "../../reports/checklist/strings";
import { compareStrings } from "../../reports/compare/compareStrings";
import { strings as compare } from "../../reports/compare/strings";
import { strings as verify } from "../../reports/verify/strings";
import { verifyStrings } from "../../reports/verify/verifyStrings";
import { strings as whatIf } from "../../reports/whatIf/strings";
import { whatIfStrings } from "../../reports/whatIf/whatIfStrings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";
import { documents } from "./counts";

export const checks = [
  pair(verify, {
    title: "Arbeitsmappe nachprüfen",
    about: "Was nicht ist, wie es versiegelt, protokolliert und berechnet wurde",
  }),
  pair(verifyStrings, {
    lead: "Jeder Beleg gegen sein Siegel, seine Eingaben, seine Berechnung und die Protokolle. Nichts wird geschrieben.",
    again: "Noch einmal nachprüfen",
    running: "Jeder Beleg wird nachgeprüft",
    head: "Kopf-Prüfsumme",
    headHint:
      "Wie Sie sie notiert haben, als die Mappe hinausging; leer, und die Mappe stimmt nur mit sich selbst überein",
    headNow: "Kopf dieser Arbeitsmappe",
    copyHead: "Kopf kopieren",
    noLog: "Diese Arbeitsmappe hat noch kein Run log, also keinen Kopf zum Notieren.",
    rows: (count) => `${counted(count, "Zeile", "Zeilen")} im Run log`,
    results: { PASS: "BESTANDEN", FAIL: "NICHT BESTANDEN", NOT_CHECKED: "Nicht geprüft" },
    counts: (passed, failed, notChecked) =>
      [
        `${passed} bestanden`,
        `${failed} nicht bestanden`,
        ...(notChecked === "0" ? [] : [`${notChecked} nicht geprüft`]),
      ].join(", "),
    none: "In dieser Arbeitsmappe gibt es noch keine Belege.",
    book: "Die Arbeitsmappe selbst",
    documents: "Belege",
    show: "Zeigen",
    filters: { all: "Alle", FAIL: "NICHT BESTANDEN", notes: "Mit Hinweisen" },
    noneHere: "Keiner davon.",
    state: (invoice, status, isSealed) =>
      [invoice, status, isSealed ? "versiegelt" : "nicht versiegelt"]
        .filter((part) => part !== "")
        .join(" · "),
    differences: (count) => counted(count, "Abweichung", "Abweichungen"),
    notes: (count) => counted(count, "Hinweis", "Hinweise"),
    notesTitle: "Hinweise, keine Fehler",
    asIs: "Nichts weicht ab.",
    verified: (result, counts) => `${result}: ${counts}.`,
    claim: "Was das beweist und was nicht",
    edited: (sheet) => `${sheet} wurde seither geändert. Prüfen Sie noch einmal nach.`,
  }),
  pair(compare, {
    title: "Arbeitsmappen vergleichen",
    about: "Was sich zwischen zwei abgerechneten Mappen geändert hat, nach Ursache, auf den Cent",
  }),
  pair(compareStrings, {
    lead: "Eine andere Datei dieser Abrechnung, etwa vom letzten Monat oder die verschickte, neben der geöffneten Arbeitsmappe.",
    choose: "Arbeitsmappe wählen",
    chooseAgain: "Andere wählen",
    file: "Andere Arbeitsmappe",
    drop: "oder legen Sie sie hier ab. Sie wird gelesen und nie geändert.",
    reading: (name) => `${name} wird gelesen`,
    running: "Beleg für Beleg wird verglichen",
    comparedWith: (name) => `${name} → diese Arbeitsmappe`,
    before: (name) => `Summe in ${name}`,
    now: "Summe in dieser Arbeitsmappe",
    difference: "Unterschied",
    equal: "Die Belege beider sind gleich.",
    equalIn: (currency) => `${currency}: jeder Beleg ist gleich.`,
    sentence: (first, amount) => `Vor allem ${first} (${amount}).`,
    effects: {
      quantity: "Menge",
      tier: "Staffeln und Modelle",
      price: "Preise",
      proration: "Zeitanteile",
      discount: "Rabatte",
      minimum: "Mindest- und Höchstbeträge",
      new: "Hier neu",
      missing: "Nur in der anderen",
      adjustment: "Berichtigungen",
      other: "Durch Eingaben nicht erklärt",
      tax: "Steuer",
      currency: "Andere Währung",
    },
    inDocuments: documents,
    documents: "Belege, die sich unterscheiden",
    documentsNote: (count) => `${documents(count)}, der größte Unterschied zuerst`,
    numbers: (before, now) =>
      before === now || before === "" || now === "" ? before || now : `${before} → ${now}`,
    fromTo: (before, now) => `${before} → ${now}`,
    cells: "Zellen, in denen etwas anderes steht",
    nothing: "nichts",
    twice: (numbers) => `Zweimal vergebene Nummern: ${numbers}.`,
    write: "In die Arbeitsmappe schreiben",
    act: "Vergleich",
    written: "Das Blatt Comparison ist geschrieben.",
    unchanged: "Die Arbeitsmappe sagt das schon.",
  }),
  pair(whatIf, {
    title: "Was wäre, wenn",
    about: "Was ausgestellte Rechnungen zu anderen Preisen ergäben",
  }),
  pair(whatIfStrings, {
    lead: "Endgültige Belege zu einem anderen Preis, vor Steuer. Geschrieben wird nur, wenn Sie das Blatt verlangen.",
    none: "Es gibt noch keine endgültigen Belege oder keinen Preis, der sich ändern lässt.",
    what: "Preis",
    all: "Alle Einzelpreise",
    termName: (contract, product, column, tier, today) =>
      [contract, product, tier === "" ? column : tier, today].filter((part) => part !== "").join(" · "),
    period: "Zeitraum",
    allPeriods: "Alle Zeiträume",
    change: "Änderung",
    percent: (percent) => `${percent} von heute`,
    figure: "Neuer Wert",
    figureHint: (today) => `Heute ${today}`,
    running: "Jeder Beleg wird neu bewertet",
    same: "Wie heute: nichts ändert sich.",
    fromTo: (currency, old, now) => `${currency} ${old} → ${now}`,
    winners: (count) => `${counted(count, "Kunde", "Kunden")} würden weniger zahlen`,
    losers: (count) => `${count} mehr`,
    customers: "Wer weniger oder mehr zahlt",
    customersNote: "Der größte Unterschied zuerst",
    asTheyAre: (count) => `${counted(count, "Vertrag zählt", "Verträge zählen")} wie abgerechnet`,
    reason: (contract, period, reason) => `${contract}, ${period}: ${reason}`,
    write: "Blatt What-if schreiben",
    act: "Was wäre, wenn",
    written: "Das Blatt What-if ist geschrieben.",
    unchanged: "Die Arbeitsmappe sagt das schon.",
  }),
  pair(checklist, {
    title: "Checkliste",
    about: "Die Schritte vor dem Abschluss eines Zeitraums, und der Abschluss",
  }),
  pair(checklistStrings, {
    lead: "Ein Zeitraum wird abgeschlossen, wenn seine Belege endgültig sind und jeder Schritt bestanden ist. Danach wird er nicht mehr abgerechnet.",
    none: "Noch kein Zeitraum ist abgerechnet.",
    period: "Zeitraum",
    closedPeriod: (period) => `${period}, abgeschlossen`,
    closedBy: (who, day) =>
      `Abgeschlossen ${[...(who === "" ? [] : [`von ${who}`]), ...(day === "" ? [] : [`am ${day}`])].join(" ")}.`,
    ready: "Nichts hält diesen Zeitraum offen.",
    open: (steps) => `Noch ${steps}.`,
    running: "Der Zeitraum wird geprüft",
    steps: "Schritte",
    stateOf: (step) => `Zustand von ${step}`,
    states: { open: "Offen", done: "Erledigt", not_needed: "Nicht nötig" },
    passed: "Bestanden",
    failed: "Offen",
    due: (day) => `fällig ${day}`,
    close: "Zeitraum abschließen",
    closed: (period) => `${period} ist abgeschlossen.`,
    reopen: "Zeitraum wieder öffnen",
    reopened: (period) => `${period} ist wieder offen.`,
    reason: "Grund",
    reasonHint: "Warum er wieder geöffnet wird; bleibt in Closed periods",
    actStep: "Checkliste",
  }),
];
