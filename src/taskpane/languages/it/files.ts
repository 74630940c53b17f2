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
  pair(documents, { title: "Documenti", about: "Fatture in PDF ed elettroniche, da inviare" }),
  pair(documentsStrings, {
    lead: "Scelga documenti e che cosa diventano. Ognuno è controllato prima di essere fatto. Non si invia nulla.",
    kind: "File",
    pdf: "PDF",
    language: "Lingua",
    ofCustomer: "Quella del cliente",
    invoices: "Documenti",
    invoicesHint: "Vuoto: tutti gli emessi. Numeri, INV-1..INV-9 o Currency=EUR, fra virgole",
    drafts: "Anche documenti non ancora emessi; ogni pagina lo dice",
    apart: "Ogni file per sé, non in un .zip",
    show: "Mostra documenti",
    make: (count) => `Crea ${count} file`,
    makeNone: "Crea file",
    looking: "Esame dei documenti",
    making: (made, of) => `Creazione di ${made} su ${of}`,
    files: "File",
    nothing: "Non c’è un documento di cui fare un file.",
    number: "Documento",
    customer: "Cliente",
    file: "Nome del file",
    leftOut: "Omesso",
    leftOutNote: (count) =>
      `${counted(count, "documento non si crea", "documenti non si creano")} finché non è corretto.`,
    remarks: "Da sapere",
    cancelled: "Annullato; nessun file è salvato.",
    done: (count) => `${counted(count, "file scaricato", "file scaricati")}.`,
    archive: "documenti",
  }),
  pair(exporting, {
    title: "Esporta",
    about: "File per sistemi contabili, ogni documento una volta",
    lead: "Scelga un sistema e guardi che cosa entra nel suo file, che cosa è omesso e perché. Non si invia nulla.",
    target: "Sistema",
    choose: "Scegli un sistema",
    invoices: "Documenti",
    invoicesHint: "Vuoto: tutti gli emessi. Numeri, INV-1..INV-9 o Currency=EUR, fra virgole",
    drafts: "Anche documenti non ancora emessi",
    again: "Anche documenti già esportati",
    show: "Mostra esportazione",
    download: "Scarica",
    running: "Esame dei documenti",
    files: "File",
    nothing: "Non c’è nulla da esportare.",
    already: (count) =>
      `${counted(count, "documento è già stato esportato", "documenti sono già stati esportati")}.`,
    file: "File",
    documents: "Documenti",
    rows: "Righe",
    leftOut: "Omesso",
    leftOutNote: (count) =>
      `${counted(count, "documento non è", "documenti non sono")} nel file finché non è corretto.`,
    remarks: "Da sapere",
    changed: (sheet) => `${sheet} è stato modificato: guardi di nuovo l’esportazione, poi la scarichi.`,
    act: "l’esportazione",
    done: (name) => `${name} è scaricato; Exports dice quali documenti contiene.`,
    doneWhole: (name) => `${name} è scaricato.`,
  }),
  pair(importing, {
    title: "Importa",
    about: "Trattative, abbonamenti, clienti e tabelle da file",
    lead: "Scelga che cos’è il file, poi il file: le sue righe si mostrano prima di aggiungere qualcosa. Lo stesso file un’altra volta non aggiunge nulla.",
    source: "Tipo di file",
    choose: "Scegli un tipo di file",
    table: "Tabella",
    tableHint: "Vuoto: lo dice il nome del file",
    file: "File",
    chooseFile: "Scegli file",
    add: "Aggiungi righe",
    running: "Lettura del file",
    read: (count, name) => `${counted(count, "riga", "righe")} in ${name}`,
    added: "Da aggiungere",
    nothing: "Non c’è nulla da aggiungere.",
    tableColumn: "Tabella",
    rows: "Righe",
    leftOut: "Omesso",
    findings: "Trattative e contratti",
    issues: "Errori nel file",
    changed: (sheet) => `${sheet} è stato modificato: guardi di nuovo il file, poi aggiunga le sue righe.`,
    act: "l’importazione",
    done: (name) => `Le righe di ${name} sono aggiunte.`,
    line: (line) => `riga ${line}`,
  }),
  pair(share, {
    title: "Condividi una copia",
    about: "Una copia per altri, con pseudonimi per le persone",
  }),
  pair(shareStrings, {
    lead: "Un file con le tabelle che si capiscono; ciò che nomina una persona vi è uno pseudonimo, anche nei testi. Questa cartella di lavoro resta com’è.",
    columns: "Altre colonne personali",
    columnsHint: "Oltre a quelle di Settings, come Usage: Caller; Contacts: Phone",
    pseudonyms: "Pseudonimi",
    cells: (count) => counted(count, "cella", "celle"),
    column: (table, column) => `${table}: ${column}`,
    none: "Nessuna colonna di persone è piena.",
    dropped: (count) => `Omesso: ${counted(count, "foglio o colonna", "fogli e colonne")}`,
    alsoDropped: "Restano fuori anche commenti, proprietà, immagini e fogli stampati.",
    cards: (count) =>
      `${counted(count, "numero di carta vi è mascherato", "numeri di carta vi sono mascherati")}.`,
    anonymity:
      "Uno pseudonimo non è anonimato: chi conosce i Suoi clienti può riconoscerli dalle loro cifre.",
    making: "Creazione della copia",
    saved: (name) => `${name} è consegnato per il salvataggio.`,
  }),
  pair(cards, {
    title: "Numeri di carta",
    about: "Numeri di carte di pagamento in celle e commenti, da mascherare",
  }),
  pair(cardStrings, {
    lead: "Numeri che si leggono come carte di pagamento. Si mostrano solo le ultime quattro cifre.",
    mask: "Maschera",
    masked: "I numeri nelle celle sono mascherati.",
    unchanged: "Nelle celle non resta nulla da mascherare.",
    scanning: "Ricerca di numeri di carta",
    none: "Nessun numero di carta di pagamento è stato trovato.",
    cells: "Nelle celle",
    cellsNote: (count) =>
      `${counted(count, "numero", "numeri")}; Maschera mette asterischi al posto di tutte le cifre tranne quattro`,
    beside: "In commenti, proprietà e formule",
    besideNote:
      "Maschera modifica solo celle, e «Annulla» può riportarle. Salvi una copia in cui anche questi sono mascherati, o li corregga a mano.",
    saveCopy: "Salva copia mascherata",
    saved: (name) => `Salvato come ${name}, con ogni numero mascherato.`,
    notLooked: "Commenti e proprietà non si sono potuti esaminare.",
    card: (masked, scheme) => `${masked} ${scheme}`,
  }),
  pair(freeze, {
    title: "Congela formule",
    about: "Una copia le cui cifre sono valori, per chi non ha Ratebook",
  }),
  pair(freezeStrings, {
    lead: "Un file in cui le formule delle tabelle scritte sono i loro risultati. Questa cartella di lavoro tiene le sue formule.",
    sheets: (names) => `Le formule di ${names} diventano valori; lo dice il Run log della copia.`,
    none: "In questa cartella di lavoro non è ancora scritto nulla di cui congelare le formule.",
    functions: "Anche funzioni di Ratebook",
    functionsHint: "Le celle che le chiamano mostrerebbero un errore dove manca il componente aggiuntivo",
    making: "Creazione della copia",
    saved: (name) => `${name} è consegnato per il salvataggio.`,
    frozen: (cells, sheet) => `${sheet}: ${counted(cells, "formula", "formule")}`,
    kept: (cells) => `Queste restano formule, perché non hanno un risultato: ${cells}.`,
    nothing: "Non c’era nessuna formula da congelare.",
  }),
];
