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
    title: "Vérifier le classeur",
    about: "Ce qui n’est pas comme scellé, consigné et calculé",
  }),
  pair(verifyStrings, {
    lead: "Chaque document face à son sceau, ses données, son calcul et les journaux. Rien n’est écrit.",
    again: "Vérifier de nouveau",
    running: "Vérification de chaque document",
    head: "Empreinte de tête",
    headHint:
      "Telle que vous l’avez notée au départ du classeur ; vide, le classeur n’est comparé qu’à lui-même",
    headNow: "Empreinte de ce classeur",
    copyHead: "Copier l’empreinte",
    noLog: "Ce classeur n’a pas encore de Run log, donc pas d’empreinte à noter.",
    rows: (count) => `${counted(count, "ligne", "lignes")} dans le Run log`,
    results: { PASS: "CONFORME", FAIL: "NON CONFORME", NOT_CHECKED: "Non vérifié" },
    counts: (passed, failed, notChecked) =>
      [
        `${passed} conformes`,
        `${failed} non conformes`,
        ...(notChecked === "0" ? [] : [`${notChecked} non vérifiés`]),
      ].join(", "),
    none: "Ce classeur ne contient pas encore de documents.",
    book: "Le classeur lui-même",
    documents: "Documents",
    show: "Afficher",
    filters: { all: "Tous", FAIL: "NON CONFORME", notes: "Avec remarques" },
    noneHere: "Aucun.",
    state: (invoice, status, isSealed) =>
      [invoice, status, isSealed ? "scellé" : "non scellé"].filter((part) => part !== "").join(" · "),
    differences: (count) => counted(count, "différence", "différences"),
    notes: (count) => counted(count, "remarque", "remarques"),
    notesTitle: "Remarques, pas d’erreurs",
    asIs: "Rien ne diffère.",
    verified: (result, counts) => `${result} : ${counts}.`,
    claim: "Ce que cela prouve, et ce que cela ne prouve pas",
    edited: (sheet) => `${sheet} a été modifiée depuis. Vérifiez de nouveau.`,
  }),
  pair(compare, {
    title: "Comparer des classeurs",
    about: "Ce qui a changé entre deux classeurs facturés, par cause, au centime",
  }),
  pair(compareStrings, {
    lead: "Un autre fichier de cette facturation, comme celui du mois dernier ou celui que vous avez envoyé, à côté du classeur ouvert.",
    choose: "Choisir un classeur",
    chooseAgain: "En choisir un autre",
    file: "Autre classeur",
    drop: "ou déposez-le ici. Il est lu et jamais modifié.",
    reading: (name) => `Lecture de ${name}`,
    running: "Comparaison document par document",
    comparedWith: (name) => `${name} → ce classeur`,
    before: (name) => `Total dans ${name}`,
    now: "Total dans ce classeur",
    difference: "Différence",
    equal: "Les documents des deux sont égaux.",
    equalIn: (currency) => `${currency} : chaque document est égal.`,
    sentence: (first, amount) => `Surtout ${first} (${amount}).`,
    effects: {
      quantity: "Quantité",
      tier: "Paliers et modèles",
      price: "Prix",
      proration: "Prorata",
      discount: "Remises",
      minimum: "Minimums et maximums",
      new: "Nouveau ici",
      missing: "Seulement dans l’autre",
      adjustment: "Ajustements",
      other: "Non expliqué par les données",
      tax: "Taxe",
      currency: "Autre devise",
    },
    inDocuments: documents,
    documents: "Documents qui diffèrent",
    documentsNote: (count) => `${documents(count)}, la plus grande différence d’abord`,
    numbers: (before, now) =>
      before === now || before === "" || now === "" ? before || now : `${before} → ${now}`,
    fromTo: (before, now) => `${before} → ${now}`,
    cells: "Cellules qui disent autre chose",
    nothing: "rien",
    twice: (numbers) => `Numéros donnés deux fois : ${numbers}.`,
    write: "Écrire dans le classeur",
    act: "Comparaison",
    written: "La feuille Comparison est écrite.",
    unchanged: "Le classeur le dit déjà.",
  }),
  pair(whatIf, {
    title: "Et si",
    about: "Ce que donneraient les factures émises à d’autres prix",
  }),
  pair(whatIfStrings, {
    lead: "Les documents définitifs à un autre prix, avant taxe. Rien n’est écrit à moins que vous ne demandiez la feuille.",
    none: "Il n’y a pas encore de documents définitifs, ou pas de prix à changer.",
    what: "Prix",
    all: "Tous les prix unitaires",
    termName: (contract, product, column, tier, today) =>
      [contract, product, tier === "" ? column : tier, today].filter((part) => part !== "").join(" · "),
    period: "Période",
    allPeriods: "Toutes les périodes",
    change: "Changement",
    percent: (percent) => `${percent} d’aujourd’hui`,
    figure: "Nouvelle valeur",
    figureHint: (today) => `Aujourd’hui ${today}`,
    running: "Recalcul de chaque document",
    same: "Comme aujourd’hui : rien ne change.",
    fromTo: (currency, old, now) => `${currency} ${old} → ${now}`,
    winners: (count) => `${counted(count, "client paierait", "clients paieraient")} moins`,
    losers: (count) => `${count} plus`,
    customers: "Qui paie moins ou plus",
    customersNote: "La plus grande différence d’abord",
    asTheyAre: (count) =>
      `${counted(count, "contrat compte tel que facturé", "contrats comptent tels que facturés")}`,
    reason: (contract, period, reason) => `${contract}, ${period} : ${reason}`,
    write: "Écrire la feuille What-if",
    act: "Et si",
    written: "La feuille What-if est écrite.",
    unchanged: "Le classeur le dit déjà.",
  }),
  pair(checklist, {
    title: "Liste de contrôle",
    about: "Les étapes avant la clôture d’une période, et la clôture",
  }),
  pair(checklistStrings, {
    lead: "Une période est clôturée quand ses documents sont définitifs et que chaque étape est réussie. Ensuite elle n’est plus facturée.",
    none: "Aucune période n’a encore été facturée.",
    period: "Période",
    closedPeriod: (period) => `${period}, clôturée`,
    closedBy: (who, day) =>
      `Clôturée ${[...(who === "" ? [] : [`par ${who}`]), ...(day === "" ? [] : [`le ${day}`])].join(" ")}.`,
    ready: "Rien ne garde cette période ouverte.",
    open: (steps) => `Reste ${steps}.`,
    running: "Contrôle de la période",
    steps: "Étapes",
    stateOf: (step) => `État de ${step}`,
    states: { open: "Ouverte", done: "Faite", not_needed: "Pas nécessaire" },
    passed: "Réussie",
    failed: "Ouverte",
    due: (day) => `échéance ${day}`,
    close: "Clôturer la période",
    closed: (period) => `${period} est clôturée.`,
    reopen: "Rouvrir la période",
    reopened: (period) => `${period} est rouverte.`,
    reason: "Motif",
    reasonHint: "Pourquoi elle est rouverte ; conservé dans Closed periods",
    actStep: "Liste de contrôle",
  }),
];
