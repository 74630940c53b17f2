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
    title: "Verifica cartella di lavoro",
    about: "Ciò che non è come sigillato, registrato e calcolato",
  }),
  pair(verifyStrings, {
    lead: "Ogni documento a fronte del suo sigillo, dei suoi dati, del suo calcolo e dei registri. Non si scrive nulla.",
    again: "Verifica di nuovo",
    running: "Verifica di ogni documento",
    head: "Impronta di testa",
    headHint:
      "Come l’ha annotata quando la cartella è partita; vuota, e la cartella concorda solo con sé stessa",
    headNow: "Impronta di questa cartella di lavoro",
    copyHead: "Copia impronta",
    noLog: "Questa cartella di lavoro non ha ancora un Run log, quindi nessuna impronta da annotare.",
    rows: (count) => `${counted(count, "riga", "righe")} in Run log`,
    results: { PASS: "SUPERATO", FAIL: "NON SUPERATO", NOT_CHECKED: "Non controllato" },
    counts: (passed, failed, notChecked) =>
      [
        `${passed} superati`,
        `${failed} non superati`,
        ...(notChecked === "0" ? [] : [`${notChecked} non controllati`]),
      ].join(", "),
    none: "In questa cartella di lavoro non ci sono ancora documenti.",
    book: "La cartella di lavoro stessa",
    documents: "Documenti",
    show: "Mostra",
    filters: { all: "Tutti", FAIL: "NON SUPERATO", notes: "Con note" },
    noneHere: "Nessuno di questi.",
    state: (invoice, status, isSealed) =>
      [invoice, status, isSealed ? "sigillato" : "non sigillato"].filter((part) => part !== "").join(" · "),
    differences: (count) => counted(count, "differenza", "differenze"),
    notes: (count) => counted(count, "nota", "note"),
    notesTitle: "Note, non errori",
    asIs: "Nulla differisce.",
    verified: (result, counts) => `${result}: ${counts}.`,
    claim: "Che cosa prova, e che cosa no",
    edited: (sheet) => `${sheet} è stato modificato da allora. Verifichi di nuovo.`,
  }),
  pair(compare, {
    title: "Confronta cartelle di lavoro",
    about: "Che cosa è cambiato fra due cartelle fatturate, per causa, al centesimo",
  }),
  pair(compareStrings, {
    lead: "Un altro file di questa fatturazione, come quello del mese scorso o quello spedito, accanto alla cartella aperta.",
    choose: "Scegli cartella di lavoro",
    chooseAgain: "Scegline un’altra",
    file: "Altra cartella di lavoro",
    drop: "o la rilasci qui. Viene letta e mai modificata.",
    reading: (name) => `Lettura di ${name}`,
    running: "Confronto documento per documento",
    comparedWith: (name) => `${name} → questa cartella`,
    before: (name) => `Totale in ${name}`,
    now: "Totale in questa cartella",
    difference: "Differenza",
    equal: "I documenti di entrambe sono uguali.",
    equalIn: (currency) => `${currency}: ogni documento è uguale.`,
    sentence: (first, amount) => `Soprattutto ${first} (${amount}).`,
    effects: {
      quantity: "Quantità",
      tier: "Scaglioni e modelli",
      price: "Prezzi",
      proration: "Pro rata",
      discount: "Sconti",
      minimum: "Minimi e massimi",
      new: "Nuovo qui",
      missing: "Solo nell’altra",
      adjustment: "Rettifiche",
      other: "Non spiegato dai dati",
      tax: "Imposta",
      currency: "Altra valuta",
    },
    inDocuments: documents,
    documents: "Documenti che differiscono",
    documentsNote: (count) => `${documents(count)}, prima la differenza maggiore`,
    numbers: (before, now) =>
      before === now || before === "" || now === "" ? before || now : `${before} → ${now}`,
    fromTo: (before, now) => `${before} → ${now}`,
    cells: "Celle che dicono altro",
    nothing: "nulla",
    twice: (numbers) => `Numeri dati due volte: ${numbers}.`,
    write: "Scrivi nella cartella di lavoro",
    act: "Confronto",
    written: "Il foglio Comparison è scritto.",
    unchanged: "La cartella di lavoro lo dice già.",
  }),
  pair(whatIf, {
    title: "E se",
    about: "Che cosa darebbero le fatture emesse ad altri prezzi",
  }),
  pair(whatIfStrings, {
    lead: "Documenti definitivi a un altro prezzo, prima delle imposte. Non si scrive nulla se non chiede il foglio.",
    none: "Non ci sono ancora documenti definitivi, o nessun prezzo da cambiare.",
    what: "Prezzo",
    all: "Tutti i prezzi unitari",
    termName: (contract, product, column, tier, today) =>
      [contract, product, tier === "" ? column : tier, today].filter((part) => part !== "").join(" · "),
    period: "Periodo",
    allPeriods: "Tutti i periodi",
    change: "Variazione",
    percent: (percent) => `${percent} di oggi`,
    figure: "Nuovo valore",
    figureHint: (today) => `Oggi ${today}`,
    running: "Ricalcolo di ogni documento",
    same: "Come oggi: nulla cambia.",
    fromTo: (currency, old, now) => `${currency} ${old} → ${now}`,
    winners: (count) => `${counted(count, "cliente pagherebbe", "clienti pagherebbero")} meno`,
    losers: (count) => `${count} di più`,
    customers: "Chi paga meno o di più",
    customersNote: "Prima la differenza maggiore",
    asTheyAre: (count) =>
      counted(count, "contratto conta come fatturato", "contratti contano come fatturati"),
    reason: (contract, period, reason) => `${contract}, ${period}: ${reason}`,
    write: "Scrivi foglio What-if",
    act: "E se",
    written: "Il foglio What-if è scritto.",
    unchanged: "La cartella di lavoro lo dice già.",
  }),
  pair(checklist, {
    title: "Lista di controllo",
    about: "I passi prima di chiudere un periodo, e la chiusura",
  }),
  pair(checklistStrings, {
    lead: "Un periodo si chiude quando i suoi documenti sono definitivi e ogni passo è superato. Poi non si fattura più.",
    none: "Nessun periodo è ancora stato fatturato.",
    period: "Periodo",
    closedPeriod: (period) => `${period}, chiuso`,
    closedBy: (who, day) =>
      `Chiuso ${[...(who === "" ? [] : [`da ${who}`]), ...(day === "" ? [] : [`il ${day}`])].join(" ")}.`,
    ready: "Nulla tiene aperto questo periodo.",
    open: (steps) => `Ancora ${steps}.`,
    running: "Controllo del periodo",
    steps: "Passi",
    stateOf: (step) => `Stato di ${step}`,
    states: { open: "Aperto", done: "Fatto", not_needed: "Non necessario" },
    passed: "Superato",
    failed: "Aperto",
    due: (day) => `scade ${day}`,
    close: "Chiudi periodo",
    closed: (period) => `${period} è chiuso.`,
    reopen: "Riapri periodo",
    reopened: (period) => `${period} è di nuovo aperto.`,
    reason: "Motivo",
    reasonHint: "Perché si riapre; resta in Closed periods",
    actStep: "Lista di controllo",
  }),
];
