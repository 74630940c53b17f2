import { invoiceStrings } from "../../invoice/strings";
import { openStrings } from "../../open/strings";
import { runStrings } from "../../run/strings";
import { counted } from "../../strings/counted";
import { issuedStrings } from "../../strings/issued";
import { paneStrings } from "../../strings/pane";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "facture", "factures");

export const frame = [
  pair(paneStrings, {
    frame: {
      tabs: { bill: "Facturer", review: "Réviser", reconcile: "Rapprocher", more: "Plus" },
      product: "Ratebook",
      views: "Vues",
      reports: "Rapports",
      private: "Rien ne quitte ce classeur",
      noPeriod: "Pas encore de période",
      loading: "Chargement…",
      notRead: "Le classeur n’a pas encore été lu.",
      back: "Retour",
      showAll: (count) => `Afficher les ${count}`,
      showLess: "Afficher moins",
      showMore: (count, rest) => `Afficher ${count} des ${rest} autres`,
      dismiss: "Fermer",
      retry: "Réessayer",
      details: "Copier les détails",
      copied: "Copié",
      notCopied: "Le navigateur ne permet pas de copier. Sélectionnez le texte et copiez-le.",
      goToCell: (cell) => `Sélectionner ${cell}`,
      after: {
        written: "La modification est écrite, mais le classeur n’a pas pu être relu.",
        undone: "L’exécution est annulée, mais le classeur n’a pas pu être relu.",
      },
      left: (sheets) => `Ces feuilles n’ont pas pu être rétablies : ${sheets}.`,
    },
    severity: { error: "Erreur", warning: "Avertissement", info: "Remarque" },
    crash: {
      title: "Cette vue s’est arrêtée",
      text: "Votre classeur n’est pas touché. Réinitialisez la vue pour continuer, ou rechargez le volet.",
      reload: "Recharger",
      reset: "Réinitialiser la vue",
      background: "Un problème est survenu en arrière-plan. Le classeur n’en a pas été modifié.",
    },
    bill: {
      steps: { sheets: "Feuilles", check: "Contrôle", preview: "Aperçu", done: "Terminé" },
      progress: "Étapes d’une exécution",
      reading: "Lecture du classeur",
      checking: "Contrôle de chaque ligne",
      previewing: "Calcul des factures",
      writing: "Écriture",
      undoing: "Annulation de l’exécution",
      activity: {
        reading: (name) => `Lecture de ${name}`,
        writing: (name) => `Écriture de ${name}`,
        writingInvoices: "Écriture des feuilles de facture",
        comparing: "Vérification que rien n’a changé",
        readingBack: "Lecture de ce qui a été écrit",
      },
      cancel: "Annuler",
      cancelling: "Annulation. Le classeur redevient ce qu’il était…",
      cancelled: "Annulé. Le classeur est ce qu’il était.",
      stale: (sheet) =>
        `${sheet} a été modifiée depuis la lecture du classeur. Contrôlez de nouveau avant de continuer.`,
      readAgain: "Relire",
      insertSample: "Insérer l’exemple",
      check: "Contrôler",
      of: (period, asOf) => `${period}, au ${asOf}`,
      undoRun: "Annuler cette exécution",
      announce: {
        sheets: "Les feuilles sont lues.",
        checked: (errors, warnings) =>
          `Contrôle terminé : ${counted(errors, "erreur", "erreurs")}, ${counted(warnings, "avertissement", "avertissements")}.`,
        previewed: (count) => `Aperçu prêt : ${invoices(count)}.`,
        done: "Les factures sont écrites.",
        undone: "L’exécution est annulée.",
      },
    },
  }),
  pair(openStrings, {
    title: "Facturer des consommations à partir d’un classeur",
    text: "Ouvrez un classeur Excel ou essayez l’exemple. Il est lu sur cet appareil et ne va nulle part.",
    open: "Ouvrir un classeur",
    file: "Fichier du classeur",
    sample: "Ouvrir l’exemple",
    drop: "ou déposez ici un fichier .xlsx",
    opening: "Ouverture du classeur",
    download: "Télécharger le classeur",
    sheets: "Feuilles du classeur",
    rows: "Ligne",
    grid: (sheet) => `Cellules de ${sheet}`,
    selected: (cell) => `Sélection : ${cell}`,
  }),
  pair(runStrings, {
    heldTitle: "En attente",
    heldWhy:
      "Ces factures attendent que leurs erreurs soient corrigées. Toutes les autres peuvent être écrites.",
    heldBy: (codes) => `à cause de ${codes}`,
    notReadTitle: "Non lu",
    notReadCount: (columns, columnsText, sheets, sheetsText) =>
      [
        ...(columns > 0 ? [counted(columnsText, "colonne", "colonnes")] : []),
        ...(sheets > 0 ? [counted(sheetsText, "feuille", "feuilles")] : []),
      ].join(", ") + " qui pourraient compter. Leur contenu n’a pas d’effet sur la facturation.",
    noHeader: "Colonne sans en-tête",
    sheetLink: "ouvrir",
    looksLike: (table) => `Feuille qui ressemble à ${table}`,
    ofTable: (table) => `Colonne que ${table} ne lit pas`,
    means: (table, field) => `Colonne que ${table} ne lit pas ; elle ressemble à ${field}`,
    warningsTitle: "Avant d’écrire",
    warningsWhy: "Ces avertissements disent ce qui pourrait être mal facturé.",
    sheet: "Feuille",
    rows: "Lignes",
    happens: "Changement",
    lastWritten: "Dernière écriture",
    wrote: (title, sheets) => `${title} : écrit dans ${sheets}.`,
    undo: "Annuler",
    undone: (title) => `${title} : annulé.`,
    problems: "Problèmes",
    problemsAll: (count) => `Les ${count} problèmes`,
    line: (file, line) => `${file}, ligne ${line}`,
    invoiceSheets: (count) => counted(count, "facture mise en forme", "factures mises en forme"),
    expected: "attendu",
    found: "trouvé",
    nothing: "rien",
    yourName: "Votre nom",
    yourNameHint: "Tel qu’il figure dans les journaux ; conservé dans ce navigateur",
    editedSince: (sheet) =>
      `${sheet} a été modifiée entre-temps. Regardez ce qui serait écrit maintenant, puis appuyez de nouveau.`,
  }),
  pair(invoiceStrings, {
    each: (quantity, unit, price) => `${quantity}${unit === "" ? "" : ` ${unit}`} × ${price}`,
    explain: "Expliquer",
    net: "Net",
    tax: "Taxe",
    total: "Total",
    tiers: "Paliers",
    rounding: "Arrondi",
    price: "Prix",
    usage: (count) => counted(count, "ligne de consommation", "lignes de consommation"),
    showUsage: "Afficher les consommations",
    differs: (shown) =>
      `Le classeur affiche ${shown}, ce que ses données ne donnent pas. Quelqu’un l’a modifié, ou les données ont changé depuis l’écriture.`,
    lines: (count) => counted(count, "ligne", "lignes"),
    creditNote: "Avoir",
  }),
  pair(issuedStrings, {
    title: "Facture émise modifiée",
    changed: (documents) =>
      `${counted(documents, "document n’est", "documents ne sont")} plus ce qui a été émis. Un document émis se corrige par un avoir.`,
    gone: (invoice) => `${invoice} n’est plus dans aucune ligne : annulez sa suppression.`,
    deleted: (invoice) =>
      `${invoice} n’est plus dans aucune ligne : Rétablir la réécrit telle qu’elle a été scellée.`,
    more: (count) => `et ${count} de plus ; « Vérifier le classeur » les montre tous`,
    restore: "Rétablir",
    restored: "Ce qui a été émis est rétabli.",
  }),
];
