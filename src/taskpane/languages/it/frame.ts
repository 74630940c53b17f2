import { invoiceStrings } from "../../invoice/strings";
import { openStrings } from "../../open/strings";
import { runStrings } from "../../run/strings";
import { counted } from "../../strings/counted";
import { issuedStrings } from "../../strings/issued";
import { paneStrings } from "../../strings/pane";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "fattura", "fatture");

export const frame = [
  pair(paneStrings, {
    frame: {
      tabs: { bill: "Fattura", review: "Rivedi", reconcile: "Riconcilia", more: "Altro" },
      product: "Ratebook",
      views: "Viste",
      reports: "Rapporti",
      private: "Nulla lascia questa cartella di lavoro",
      noPeriod: "Ancora nessun periodo",
      loading: "Caricamento…",
      notRead: "La cartella di lavoro non è ancora stata letta.",
      back: "Indietro",
      showAll: (count) => `Mostra tutti i ${count}`,
      showLess: "Mostra meno",
      showMore: (count, rest) => `Mostra ${count} di altri ${rest}`,
      dismiss: "Chiudi",
      retry: "Riprova",
      details: "Copia dettagli",
      copied: "Copiato",
      notCopied: "Il browser non permette di copiare. Selezioni il testo e lo copi.",
      goToCell: (cell) => `Seleziona ${cell}`,
      after: {
        written: "La modifica è scritta, ma la cartella di lavoro non si è potuta rileggere.",
        undone: "L’esecuzione è annullata, ma la cartella di lavoro non si è potuta rileggere.",
      },
      left: (sheets) => `Questi fogli non si sono potuti ripristinare: ${sheets}.`,
    },
    severity: { error: "Errore", warning: "Avviso", info: "Nota" },
    crash: {
      title: "Questa vista si è fermata",
      text: "La cartella di lavoro non è stata toccata. Reimposti la vista per continuare, o ricarichi il riquadro.",
      reload: "Ricarica",
      reset: "Reimposta vista",
      background: "Qualcosa è andato storto in background. La cartella di lavoro non ne è stata modificata.",
    },
    bill: {
      steps: { sheets: "Fogli", check: "Controllo", preview: "Anteprima", done: "Fatto" },
      progress: "Passi di un’esecuzione",
      reading: "Lettura della cartella di lavoro",
      checking: "Controllo di ogni riga",
      previewing: "Calcolo delle fatture",
      writing: "Scrittura",
      undoing: "Annullamento dell’esecuzione",
      cancel: "Annulla",
      cancelling: "Annullamento. La cartella di lavoro torna com’era…",
      cancelled: "Annullato. La cartella di lavoro è com’era.",
      stale: (sheet) =>
        `${sheet} è stato modificato da quando la cartella di lavoro è stata letta. Controlli di nuovo prima di continuare.`,
      readAgain: "Rileggi",
      insertSample: "Inserisci esempio",
      check: "Controlla",
      of: (period, asOf) => `${period}, al ${asOf}`,
      undoRun: "Annulla questa esecuzione",
      announce: {
        sheets: "I fogli sono letti.",
        checked: (errors, warnings) =>
          `Controllo finito: ${counted(errors, "errore", "errori")}, ${counted(warnings, "avviso", "avvisi")}.`,
        previewed: (count) => `Anteprima pronta: ${invoices(count)}.`,
        done: "Le fatture sono scritte.",
        undone: "L’esecuzione è annullata.",
      },
    },
  }),
  pair(openStrings, {
    title: "Fatturare consumi da una cartella di lavoro",
    text: "Apra una cartella di lavoro di Excel o provi l’esempio. Viene letta su questo dispositivo e non va da nessuna parte.",
    open: "Apri cartella di lavoro",
    file: "File della cartella di lavoro",
    sample: "Apri esempio",
    drop: "o rilasci qui un file .xlsx",
    opening: "Apertura della cartella di lavoro",
    download: "Scarica cartella di lavoro",
    sheets: "Fogli della cartella di lavoro",
    rows: "Riga",
    grid: (sheet) => `Celle di ${sheet}`,
    selected: (cell) => `Selezionata: ${cell}`,
  }),
  pair(runStrings, {
    heldTitle: "Trattenute",
    heldWhy: "Queste fatture attendono che i loro errori siano corretti. Tutte le altre si possono scrivere.",
    heldBy: (codes) => `a causa di ${codes}`,
    notReadTitle: "Non letto",
    notReadCount: (columns, columnsText, sheets, sheetsText) =>
      [
        ...(columns > 0 ? [counted(columnsText, "colonna", "colonne")] : []),
        ...(sheets > 0 ? [counted(sheetsText, "foglio", "fogli")] : []),
      ].join(", ") + " che potrebbero contare. Ciò che contengono non ha effetto sulla fattura.",
    noHeader: "Colonna senza intestazione",
    sheetLink: "apri",
    looksLike: (table) => `Foglio che somiglia a ${table}`,
    ofTable: (table) => `Colonna che ${table} non legge`,
    means: (table, field) => `Colonna che ${table} non legge; somiglia a ${field}`,
    warningsTitle: "Prima di scrivere",
    warningsWhy: "Questi avvisi dicono che cosa potrebbe essere fatturato male.",
    sheet: "Foglio",
    rows: "Righe",
    happens: "Modifica",
    lastWritten: "Ultima scrittura",
    wrote: (title, sheets) => `${title}: scritto in ${sheets}.`,
    undo: "Annulla",
    undone: (title) => `${title}: annullato.`,
    problems: "Problemi",
    problemsAll: (count) => `Tutti i ${count} problemi`,
    line: (file, line) => `${file}, riga ${line}`,
    invoiceSheets: (count) => counted(count, "fattura formattata", "fatture formattate"),
    expected: "atteso",
    found: "trovato",
    nothing: "nulla",
    yourName: "Il Suo nome",
    yourNameHint: "Come sta nei registri; resta in questo browser",
    editedSince: (sheet) =>
      `${sheet} è stato modificato nel frattempo. Guardi che cosa si scriverebbe ora, poi prema di nuovo.`,
  }),
  pair(invoiceStrings, {
    each: (quantity, unit, price) => `${quantity}${unit === "" ? "" : ` ${unit}`} × ${price}`,
    explain: "Spiega",
    net: "Netto",
    tax: "Imposta",
    total: "Totale",
    tiers: "Scaglioni",
    rounding: "Arrotondamento",
    price: "Prezzo",
    usage: (count) => counted(count, "riga di consumo", "righe di consumo"),
    showUsage: "Mostra righe di consumo",
    differs: (shown) =>
      `La cartella di lavoro mostra ${shown}, che non è ciò che danno i suoi dati. Qualcuno l’ha modificato, o i dati sono cambiati dopo la scrittura.`,
    lines: (count) => counted(count, "riga", "righe"),
    creditNote: "Nota di credito",
  }),
  pair(issuedStrings, {
    title: "Fattura emessa modificata",
    changed: (documents) =>
      `${counted(documents, "documento non è", "documenti non sono")} più ciò che è stato emesso. Un documento emesso si corregge con una nota di credito.`,
    gone: (invoice) => `${invoice} non è più in nessuna riga: annulli la sua eliminazione.`,
    more: (count) => `e altri ${count}; «Verifica cartella di lavoro» li mostra tutti`,
    restore: "Ripristina",
    restored: "Ciò che è stato emesso è di nuovo al suo posto.",
  }),
];
