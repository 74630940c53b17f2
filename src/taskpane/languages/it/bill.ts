import { strings as check } from "../../reports/check/strings";
import { strings as done } from "../../reports/done/strings";
import { strings as mapping } from "../../reports/mapping/strings";
import { strings as preview } from "../../reports/preview/strings";
import { strings as sheets } from "../../reports/sheets/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "fattura", "fatture");
const rows = (count: string) => counted(count, "riga", "righe");

export const bill = [
  pair(sheets, {
    title: "Fogli",
    emptyTitle: "Fatturare un mese di consumi in questa cartella di lavoro",
    empty:
      "Ratebook legge contratti, prezzi e consumi dai Suoi fogli e scrive fatture, una riconciliazione e un elenco di tutto ciò che è sbagliato, ogni cosa con la sua cella.",
    emptyHint: "Provi con una piccola azienda inventata. I suoi fogli si possono eliminare in ogni momento.",
    unknownSheets:
      "Nessun foglio ha un nome che dica che cosa contiene. «Associa colonne» dice dove sono i contratti, i prezzi e i consumi.",
    table: "Tabella",
    sheet: "Foglio",
    rows: "Righe",
    columns: "Colonne",
    columnsOf: (found, needed) => `${found} di ${needed}`,
    missing: (titles) => `Manca: ${titles}`,
    notFound: "Non trovato",
    unused: (titles) => `Non in questa cartella di lavoro, e non necessario: ${titles}.`,
    map: "Associa colonne",
    period: "Periodo",
    periodBilled: (period) => `${period} · fatturato`,
    usageRows: (count) => counted(count, "riga di consumo", "righe di consumo"),
    noPeriods: (reason = "") =>
      `Nessun consumo nomina un periodo${reason === "" ? "" : `: ${reason}`}. Ne scriva uno, come 2026-10.`,
    otherPeriod: "Altro periodo…",
    typedPeriod: "Altro periodo",
    periodForms: "Un mese, 2026-Q4, 2026 o 2026-10-05..2026-11-04",
    periodExample: "2026-10",
    badPeriod:
      "Questo non è un periodo. Scriva un mese come 2026-10, un trimestre come 2026-Q4, un anno o due giorni con .. in mezzo.",
    mapOne: "Associa",
    iKnow: "Lo so",
    asOf: "Al",
    numbers: "Assegna numeri definitivi",
    numbersHint: "Senza, le fatture sono bozze che la prossima esecuzione sostituisce.",
    sheetLimit: "Fatture formattate",
    sheetLimitHint: "Fogli da stampare, uno per fattura; al massimo tanti.",
    preparedBy: "Preparato da",
    preparedByHint: "Il Suo nome, per il Run log.",
    usageFiles: "File di consumo",
    addFiles: "Aggiungi file di consumo",
    dropUsage: "o rilasciali qui: CSV, anche compresso (.csv.gz). Sono fatturati con le righe di Usage.",
    usageFile: "File di consumo",
    isCopied: "· le sue righe sono scritte in Usage",
    isLeft: "· fatturato dove si trova",
    removeFile: (name) => `Escludi ${name}`,
    lastRun: "Ultima esecuzione",
    lastRunWas: (period, count) => `${period}, ${invoices(count)}: scritto.`,
    needs: (obstacle) => `Prima del controllo: ${obstacle}`,
  }),
  pair(check, {
    title: "Controllo",
    errors: (count) => counted(count, "errore", "errori"),
    warnings: (count) => counted(count, "avviso", "avvisi"),
    held: (count) => counted(count, "fattura trattenuta", "fatture trattenute"),
    clean: "Nulla è sbagliato. Di ogni riga si rende conto.",
    issues: "Problemi",
    show: "Mostra",
    showAllIssues: "Tutti i problemi",
    showOnly: { error: "Errori", warning: "Avvisi" },
    find: "Cerca problema",
    findHint: "Cella o parole",
    noneShown: "Nessun problema è così.",
    column: (sheet, letters) => `${sheet}, colonna ${letters}`,
    atStake: (money) => `${money} in gioco`,
    totals: "Totali di controllo",
    totalsWhy: "Che cosa è stato di ogni riga di consumo. Nulla è omesso.",
    rowsRead: rows,
    fate: "Destino",
    rows: "Righe",
    quantity: "Quantità",
    preview: "Anteprima delle fatture",
  }),
  pair(preview, {
    title: "Anteprima",
    totals: "Totali",
    makeUp: (count, net, tax) => `${invoices(count)} · netto ${net} + imposta ${tax}`,
    nothing: "In questo periodo non c’è nulla da fatturare.",
    changes: "Variazione rispetto al periodo precedente",
    isFirst: "prima fattura",
    firstBill: "Prima fatturazione: non ci sono fatture precedenti con cui confrontare.",
    isHeld: "una sua fattura è trattenuta",
    change: (before, now) => `${before} → ${now}`,
    list: "Fatture",
    writes: "Che cosa sarà scritto",
    unformatted: (count) =>
      `${counted(count, "fattura non avrà", "fatture non avranno")} un foglio formattato. Ne chieda di più in Fogli.`,
    actions: { new: "nuovo", replaced: "sostituito", removed: "rimosso", extended: "righe aggiunte" },
    upToDate: "La cartella di lavoro mostra già esattamente questo. Non c’è nulla da scrivere.",
    undoOf: {
      excel:
        "Excel dimentica i propri passi quando un componente aggiuntivo scrive tanto. «Annulla questa esecuzione» resta possibile finché non si modifica ciò che è stato scritto.",
      file: "Il file aperto non viene modificato. «Scarica cartella di lavoro» Le dà quello nuovo.",
    },
    write: "Scrivi fatture",
  }),
  pair(done, {
    title: "Fatto",
    written: (count, sheetCount) =>
      `${invoices(count)} su ${counted(sheetCount, "foglio", "fogli")}: scritto`,
    actions: { created: "creato", changed: "modificato", removed: "rimosso" },
    held: (count) =>
      `${counted(count, "fattura attende", "fatture attendono")} che gli errori siano corretti.`,
    goTo: "Vai alle fatture",
    reconcile: "Riconcilia",
    again: "Ricomincia",
  }),
  pair(mapping, {
    title: "Associa colonne",
    lead: "Quale colonna del Suo foglio contiene che cosa. La Sua scelta resta nella cartella di lavoro.",
    table: "Tabella",
    sheet: "Foglio",
    chooseSheet: "Scegli…",
    noLikelySheet: (role) => `Nessun foglio somiglia a ${role}. Scelga quello giusto.`,
    notRead: "Non letto",
    readAs: (shown, read) => `${shown} si legge come ${read}`,
    noSample: "Ancora nessun valore",
    good: (count) => `${count} leggibili`,
    bad: (count) => `${count} illeggibili`,
    firstBad: "la prima",
    save: "Salva associazione",
    isMissing: "Scelga la colonna per questo; il controllo ne ha bisogno.",
  }),
];
