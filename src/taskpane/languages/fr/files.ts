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
  pair(documents, { title: "Documents", about: "Factures en PDF et factures électroniques, à envoyer" }),
  pair(documentsStrings, {
    lead: "Choisissez des documents et ce qu’ils deviennent. Chacun est contrôlé avant d’être fait. Rien n’est envoyé nulle part.",
    kind: "Fichier",
    pdf: "PDF",
    language: "Langue",
    ofCustomer: "Celle du client",
    invoices: "Documents",
    invoicesHint: "Vide : tous les documents émis. Numéros, INV-1..INV-9 ou Currency=EUR, entre virgules",
    drafts: "Aussi les documents qui ne sont pas encore émis ; chaque page le dit",
    apart: "Chaque fichier à part, pas dans un .zip",
    show: "Afficher les documents",
    make: (count) => `Créer ${counted(count, "fichier", "fichiers")}`,
    makeNone: "Créer les fichiers",
    looking: "Examen des documents",
    making: (done, of) => `Création de ${done} sur ${of}`,
    files: "Fichiers",
    nothing: "Il n’y a pas de document dont faire un fichier.",
    number: "Document",
    customer: "Client",
    file: "Nom du fichier",
    leftOut: "Laissé de côté",
    leftOutNote: (count) =>
      `${counted(count, "document n’est pas fait", "documents ne sont pas faits")} avant correction.`,
    remarks: "Bon à savoir",
    cancelled: "Annulé ; aucun fichier n’est enregistré.",
    done: (count) => `${counted(count, "fichier est téléchargé", "fichiers sont téléchargés")}.`,
    archive: "documents",
  }),
  pair(exporting, {
    title: "Exporter",
    about: "Fichiers pour les systèmes comptables, chaque document une fois",
    lead: "Choisissez un système et voyez ce qui entre dans son fichier, ce qui est laissé de côté et pourquoi. Rien n’est envoyé nulle part.",
    target: "Système",
    choose: "Choisir un système",
    invoices: "Documents",
    invoicesHint: "Vide : tous les documents émis. Numéros, INV-1..INV-9 ou Currency=EUR, entre virgules",
    drafts: "Aussi les documents qui ne sont pas encore émis",
    again: "Aussi les documents déjà exportés",
    show: "Afficher l’export",
    download: "Télécharger",
    running: "Examen des documents",
    files: "Fichiers",
    nothing: "Il n’y a rien à exporter.",
    already: (count) =>
      `${counted(count, "document a déjà été exporté", "documents ont déjà été exportés")}.`,
    file: "Fichier",
    documents: "Documents",
    rows: "Lignes",
    leftOut: "Laissé de côté",
    leftOutNote: (count) =>
      `${counted(count, "document n’est pas", "documents ne sont pas")} dans le fichier avant correction.`,
    remarks: "Bon à savoir",
    changed: (sheet) => `${sheet} a été modifiée : regardez de nouveau l’export, puis téléchargez-le.`,
    act: "l’export",
    done: (name) => `${name} est téléchargé ; Exports dit quels documents il contient.`,
    doneWhole: (name) => `${name} est téléchargé.`,
  }),
  pair(importing, {
    title: "Importer",
    about: "Affaires, abonnements, clients et tables à partir de fichiers",
    lead: "Choisissez ce qu’est le fichier, puis le fichier : ses lignes sont montrées avant tout ajout. Le même fichier une seconde fois n’ajoute rien.",
    source: "Type de fichier",
    choose: "Choisir un type de fichier",
    table: "Table",
    tableHint: "Vide : le nom du fichier le dit",
    file: "Fichier",
    chooseFile: "Choisir un fichier",
    add: "Ajouter les lignes",
    running: "Lecture du fichier",
    read: (count, name) => `${counted(count, "ligne", "lignes")} dans ${name}`,
    added: "À ajouter",
    nothing: "Il n’y a rien à ajouter.",
    tableColumn: "Table",
    rows: "Lignes",
    leftOut: "Laissé de côté",
    findings: "Affaires et contrats",
    issues: "Faux dans le fichier",
    changed: (sheet) => `${sheet} a été modifiée : regardez de nouveau le fichier, puis ajoutez ses lignes.`,
    act: "l’import",
    done: (name) => `Les lignes de ${name} sont ajoutées.`,
    line: (line) => `ligne ${line}`,
  }),
  pair(share, {
    title: "Partager une copie",
    about: "Une copie pour d’autres, avec des pseudonymes pour les personnes",
  }),
  pair(shareStrings, {
    lead: "Un fichier avec les tables comprises ; ce qui nomme une personne y est un pseudonyme, aussi dans les textes. Ce classeur reste tel quel.",
    columns: "Autres colonnes personnelles",
    columnsHint: "En plus de celles des paramètres, comme Usage: Caller; Contacts: Phone",
    pseudonyms: "Pseudonymes",
    cells: (count) => counted(count, "cellule", "cellules"),
    column: (table, column) => `${table} : ${column}`,
    none: "Aucune colonne de personne n’est remplie.",
    dropped: (count) => `Laissé de côté : ${counted(count, "feuille ou colonne", "feuilles et colonnes")}`,
    alsoDropped: "Commentaires, propriétés, images et feuilles imprimées restent aussi.",
    cards: (count) => `${counted(count, "numéro de carte y est masqué", "numéros de carte y sont masqués")}.`,
    anonymity:
      "Un pseudonyme n’est pas l’anonymat : qui connaît vos clients peut les reconnaître à leurs chiffres.",
    making: "Création de la copie",
    saved: (name) => `${name} est remis pour enregistrement.`,
  }),
  pair(cards, {
    title: "Numéros de carte",
    about: "Numéros de carte de paiement dans les cellules et commentaires, à masquer",
  }),
  pair(cardStrings, {
    lead: "Des numéros qui se lisent comme des cartes de paiement. Seuls leurs quatre derniers chiffres sont montrés.",
    mask: "Masquer",
    masked: "Les numéros des cellules sont masqués.",
    unchanged: "Il ne reste rien à masquer dans les cellules.",
    scanning: "Recherche de numéros de carte",
    none: "Aucun numéro de carte de paiement n’a été trouvé.",
    cells: "Dans les cellules",
    cellsNote: (count) =>
      `${counted(count, "numéro", "numéros")} ; Masquer met des astérisques sauf pour quatre chiffres`,
    beside: "Dans les commentaires, propriétés et formules",
    besideNote:
      "Masquer ne change que les cellules, ce que « Annuler » peut reprendre. Enregistrez une copie où ceux-ci sont masqués aussi, ou corrigez-les à la main.",
    saveCopy: "Enregistrer une copie masquée",
    saved: (name) => `Enregistré sous ${name}, chaque numéro masqué.`,
    notLooked: "Commentaires et propriétés n’ont pas pu être examinés.",
    card: (masked, scheme) => `${masked} ${scheme}`,
  }),
  pair(freeze, {
    title: "Figer les formules",
    about: "Une copie dont les chiffres sont des valeurs, pour qui n’a pas Ratebook",
  }),
  pair(freezeStrings, {
    lead: "Un fichier où les formules des tables écrites sont leurs résultats. Ce classeur garde ses formules.",
    sheets: (names) => `Les formules de ${names} deviennent des valeurs ; le Run log de la copie le dit.`,
    none: "Rien n’est encore écrit dans ce classeur dont on puisse figer les formules.",
    functions: "Aussi les fonctions de Ratebook",
    functionsHint: "Les cellules qui les appellent montreraient une erreur là où le complément manque",
    making: "Création de la copie",
    saved: (name) => `${name} est remis pour enregistrement.`,
    frozen: (cells, sheet) => `${sheet} : ${counted(cells, "formule", "formules")}`,
    kept: (cells) => `Celles-ci restent des formules, car elles n’ont pas de résultat : ${cells}.`,
    nothing: "Il n’y avait aucune formule à figer.",
  }),
];
