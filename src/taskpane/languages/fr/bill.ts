import { strings as check } from "../../reports/check/strings";
import { strings as done } from "../../reports/done/strings";
import { strings as mapping } from "../../reports/mapping/strings";
import { strings as preview } from "../../reports/preview/strings";
import { strings as sheets } from "../../reports/sheets/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "facture", "factures");
const rows = (count: string) => counted(count, "ligne", "lignes");

export const bill = [
  pair(sheets, {
    title: "Feuilles",
    emptyTitle: "Facturer un mois de consommation dans ce classeur",
    empty:
      "Ratebook lit les contrats, les prix et les consommations de vos feuilles, et écrit les factures, un rapprochement et la liste de tout ce qui est faux, chacun avec sa cellule.",
    emptyHint:
      "Essayez avec une petite société inventée. Ses feuilles peuvent être supprimées à tout moment.",
    unknownSheets:
      "Aucune feuille n’a un nom qui dit ce qu’elle contient. « Associer les colonnes » dit où sont les contrats, les prix et les consommations.",
    table: "Table",
    sheet: "Feuille",
    rows: "Lignes",
    columns: "Colonnes",
    columnsOf: (found, needed) => `${found} sur ${needed}`,
    missing: (titles) => `Manque : ${titles}`,
    notFound: "Introuvable",
    unused: (titles) => `Pas dans ce classeur, et pas nécessaire : ${titles}.`,
    map: "Associer les colonnes",
    period: "Période",
    periodBilled: (period) => `${period} · facturée`,
    usageRows: (count) => counted(count, "ligne de consommation", "lignes de consommation"),
    noPeriods: (reason = "") =>
      `Aucune consommation ne nomme de période${reason === "" ? "" : ` : ${reason}`}. Saisissez-en une, par exemple 2026-10.`,
    otherPeriod: "Autre période…",
    typedPeriod: "Autre période",
    periodForms: "Un mois, 2026-Q4, 2026 ou 2026-10-05..2026-11-04",
    periodExample: "2026-10",
    badPeriod:
      "Ce n’est pas une période. Écrivez un mois comme 2026-10, un trimestre comme 2026-Q4, une année ou deux jours séparés par ..",
    mapOne: "Associer",
    iKnow: "Je sais",
    asOf: "Au",
    numbers: "Donner les numéros définitifs",
    numbersHint: "Sans eux, les factures sont des brouillons que la prochaine exécution remplace.",
    sheetLimit: "Factures mises en forme",
    sheetLimitHint: "Feuilles à imprimer, une par facture ; au plus autant.",
    preparedBy: "Préparé par",
    preparedByHint: "Votre nom, pour le Run log.",
    usageFiles: "Fichiers de consommation",
    addFiles: "Ajouter des fichiers de consommation",
    dropUsage:
      "ou déposez-les ici : CSV, aussi compressé (.csv.gz). Ils sont facturés avec les lignes de Usage.",
    usageFile: "Fichiers de consommation",
    isCopied: "· ses lignes sont écrites dans Usage",
    isLeft: "· facturé là où il est",
    removeFile: (name) => `Laisser de côté ${name}`,
    lastRun: "Dernière exécution",
    lastRunWas: (period, count) => `${period}, ${invoices(count)} : écrit.`,
    needs: (obstacle) => `Avant le contrôle : ${obstacle}`,
  }),
  pair(check, {
    title: "Contrôle",
    errors: (count) => counted(count, "erreur", "erreurs"),
    warnings: (count) => counted(count, "avertissement", "avertissements"),
    held: (count) => `${invoices(count)} en attente`,
    clean: "Rien n’est faux. Chaque ligne est justifiée.",
    issues: "Problèmes",
    show: "Afficher",
    showAllIssues: "Tous les problèmes",
    showOnly: { error: "Erreurs", warning: "Avertissements" },
    find: "Chercher un problème",
    findHint: "Cellule ou mots",
    noneShown: "Aucun problème ne correspond.",
    column: (sheet, letters) => `${sheet}, colonne ${letters}`,
    atStake: (money) => `${money} en jeu`,
    totals: "Totaux de contrôle",
    totalsWhy: "Ce qu’est devenue chaque ligne de consommation. Rien n’est omis.",
    rowsRead: rows,
    fate: "Devenir",
    rows: "Lignes",
    quantity: "Quantité",
    preview: "Aperçu des factures",
  }),
  pair(preview, {
    title: "Aperçu",
    totals: "Totaux",
    makeUp: (count, net, tax) => `${invoices(count)} · net ${net} + taxe ${tax}`,
    nothing: "Il n’y a rien à facturer pour cette période.",
    changes: "Évolution par rapport à la période précédente",
    isFirst: "première facture",
    firstBill: "Première facturation : il n’y a pas de factures antérieures à comparer.",
    isHeld: "une de ses factures est en attente",
    change: (before, now) => `${before} → ${now}`,
    list: "Factures",
    writes: "Ce qui sera écrit",
    unformatted: (count) =>
      `${counted(count, "facture n’aura", "factures n’auront")} pas de feuille mise en forme. Demandez-en plus sous Feuilles.`,
    actions: { new: "nouveau", replaced: "remplacé", removed: "supprimé", extended: "lignes ajoutées" },
    upToDate: "Le classeur montre déjà exactement cela. Il n’y a rien à écrire.",
    undoOf: {
      excel:
        "Excel oublie ses propres annulations quand un complément écrit autant. « Annuler cette exécution » reste possible tant que vous ne modifiez pas ce qui a été écrit.",
      file: "Le fichier ouvert n’est pas modifié. « Télécharger le classeur » vous donne le nouveau.",
    },
    write: "Écrire les factures",
  }),
  pair(done, {
    title: "Terminé",
    written: (count, sheetCount) =>
      `${invoices(count)} sur ${counted(sheetCount, "feuille", "feuilles")} : écrit`,
    actions: { created: "créée", changed: "modifiée", removed: "supprimée" },
    held: (count) =>
      `${counted(count, "facture attend", "factures attendent")} que des erreurs soient corrigées.`,
    goTo: "Aller aux factures",
    reconcile: "Rapprocher",
    again: "Recommencer",
  }),
  pair(mapping, {
    title: "Associer les colonnes",
    lead: "Quelle colonne de votre feuille contient quoi. Votre choix est conservé dans le classeur.",
    table: "Table",
    sheet: "Feuille",
    chooseSheet: "Choisir…",
    noLikelySheet: (role) => `Aucune feuille ne ressemble à ${role}. Choisissez la bonne.`,
    notRead: "Non lu",
    readAs: (shown, read) => `${shown} est lu comme ${read}`,
    noSample: "Pas encore de valeur",
    good: (count) => `${count} lisibles`,
    bad: (count) => `${count} illisibles`,
    firstBad: "la première",
    save: "Enregistrer l’association",
    isMissing: "Choisissez la colonne correspondante ; le contrôle en a besoin.",
  }),
];
