import { strings as calendar } from "../../reports/calendar/strings";
import { contractStrings } from "../../reports/contract/contractStrings";
import { strings as contract } from "../../reports/contract/strings";
import { strings as diagnostics } from "../../reports/diagnostics/strings";
import { strings as documents } from "../../reports/documents/strings";
import { strings as functions } from "../../reports/functions/strings";
import { strings as help } from "../../reports/help/strings";
import { strings as sample } from "../../reports/sample/strings";
import { strings as settings } from "../../reports/settings/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

export const more = [
  pair(calendar, {
    title: "Calendrier du contrat",
    about: "Ce que chaque période d’un contrat attend, et ce qui la facture",
    contract: "Contrat",
    year: "Année",
    note: (currency, asOf) => `${currency}, avant taxe, au ${asOf}`,
    days: (count) => counted(count, "jour", "jours"),
    expected: "Attendu",
    billed: "Facturé",
    credited: "Crédité",
    late: "Dont tardif",
    open: "Ouvert",
    states: {
      billed: "Facturée",
      missing: "Manque : rien ne facture ces jours",
      under: "Facturée en moins",
      over: "Facturée en trop",
      nothing: "Rien à facturer",
      ahead: "Pas encore due",
    },
    none: "Ce classeur n’a pas encore de contrats avec consommations ou documents.",
  }),
  pair(contract, {
    title: "Contrat",
    about: "Prix en vigueur, ce qu’il facture jusqu’ici, préavis et renouvellement",
  }),
  pair(contractStrings, {
    contract: "Contrat",
    day: "Le",
    none: "Ce classeur ne contient pas encore de contrats.",
    customer: "Client",
    began: "Début",
    ends: "Fin",
    noticeBy: "Préavis avant le",
    renewedTo: "Renouvelé jusqu’au",
    noEnd: "Pas de fin convenue",
    soFar: "Cette période",
    note: (currency, period) => `${period}, ${currency} avant taxe`,
    billed: "Un document définitif la facture.",
    usage: (day) =>
      `Consommation connue jusqu’au ${day}. Le second chiffre est la fin de la période si cela continue ainsi.`,
    charge: "Poste",
    toDate: "Jusqu’ici",
    atEnd: "À la fin",
    total: "Total",
    noCharges: "Rien n’est encore à facturer pour cette période.",
    noPeriod: "Le contrat n’a pas de période de facturation ce jour-là.",
    prices: "Prix en vigueur",
    noPrices: "Aucun prix n’est en vigueur ce jour-là.",
    history: "Historique",
    since: (product, day) => `${product}, à partir du ${day}`,
    added: (term, now) => `${term} ${now}`,
    changed: (term, before, now) => `${term} ${before} → ${now}`,
    removed: (term, before) => `${term} ${before} → aucun`,
    same: "Comme avant",
  }),
  pair(settings, {
    title: "Paramètres",
    about: "Ce qui décide des numéros, des arrondis et des textes",
    lead: "Conservés sur la feuille Settings de ce classeur.",
    byDefault: (name) => `${name} (par défaut)`,
    saved: (name) => `${name} est enregistré`,
    none: "Aucun paramètre ne peut être lu dans ce classeur.",
    save: "Enregistrer",
  }),
  pair(functions, {
    title: "Fonctions",
    about: "Des formules de facturation pour vos propres cellules",
    find: "Chercher une fonction",
    findHint: "Un mot en anglais, comme tier ou tax",
    found: (found, all) => (found === all ? `${all} fonctions` : `${found} fonctions sur ${all}`),
    none: "Aucune fonction ne correspond. Essayez un mot comme tax ou tier.",
    insert: "Insérer",
    inserted: (cell) => `Inséré dans ${cell}`,
    optional: (description) => `${description} (facultatif)`,
    example: "Exemple",
    help: (name) => `Aide sur ${name}`,
  }),
  pair(sample, {
    title: "Données d’exemple",
    about: "Une petite société inventée pour essayer",
    text: "Ajoute les feuilles d’une société inventée : ses contrats, ses prix et un mois de consommation. Rien de ce qui est à vous n’est modifié ; les feuilles peuvent être supprimées à tout moment.",
  }),
  pair(help, {
    title: "Aide",
    about: "Comment cela marche et ce que veulent dire les erreurs",
    start: "Facturer en quatre étapes",
    steps: [
      "Feuilles : voir ce qui a été trouvé, choisir la période.",
      "Contrôle : corriger les erreurs dans leurs cellules, ou laisser leurs factures attendre.",
      "Aperçu : totaux, évolutions et chaque ligne avant toute écriture.",
      "Écrire : de nouvelles feuilles dans ce classeur ; « Annuler cette exécution » les retire.",
    ],
    use: "Utiliser une fonction",
    useText:
      "Tapez =BILLING. dans une cellule ; Excel liste les fonctions. Les arguments entre [crochets] peuvent manquer.",
    errors: "Quand une cellule montre une erreur",
    errorList: [
      ["#VALUE!", "Un argument n’est pas ce qu’il faut à la fonction. La marque de la cellule dit lequel."],
      ["#N/A", "Rien n’a été trouvé, par exemple une quantité au-delà du dernier palier."],
      ["#DIV/0!", "Il n’y a rien par quoi diviser, par exemple des ventes de 0."],
      ["#NUM!", "Le résultat est trop grand pour une cellule."],
      ["#BUSY!", "Excel calcule encore. Cela passe tout seul."],
      ["#NAME?", "Ratebook n’est pas installé ou n’a pas démarré. Ouvrez ce volet, puis recalculez."],
    ],
    send: "Envoyer un classeur",
    sendText:
      "Chez qui n’a pas Ratebook, les cellules deviennent #NAME? au recalcul. Envoyez une copie où les formules sont collées en valeurs.",
    all: "Toutes les pages d’aide",
  }),
  pair(diagnostics, {
    title: "Diagnostic",
    about: "Ce qui tourne où, pour qui vous aide",
    host: "Application",
    platform: "Plateforme",
    version: "Version",
    sets: "Ensembles de conditions",
    functions: "Fonctions enregistrées",
    lastTimes: "Dernières durées",
    parts: {
      read: "lecture",
      open: "ouverture",
      check: "contrôle",
      preview: "aperçu",
      plan: "plan",
      apply: "écriture",
    },
    time: (part, milliseconds) => `${part} ${milliseconds} ms`,
    lastError: "Dernière erreur",
    none: "aucune",
    private: "Les détails copiés nomment des appels et des codes, jamais le contenu de vos cellules.",
  }),
];
