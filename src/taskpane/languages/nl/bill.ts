import { strings as check } from "../../reports/check/strings";
import { strings as done } from "../../reports/done/strings";
import { strings as mapping } from "../../reports/mapping/strings";
import { strings as preview } from "../../reports/preview/strings";
import { strings as sheets } from "../../reports/sheets/strings";
import { counted } from "../../strings/counted";
import { pair } from "../pair";

const invoices = (count: string) => counted(count, "factuur", "facturen");
const rows = (count: string) => counted(count, "rij", "rijen");

export const bill = [
  pair(sheets, {
    title: "Bladen",
    emptyTitle: "Een maand verbruik in deze werkmap factureren",
    empty:
      "Ratebook leest contracten, prijzen en verbruik van uw bladen en schrijft facturen, een afstemming en een lijst van alles wat fout is, elk met zijn cel.",
    emptyHint: "Probeer het met een klein verzonnen bedrijf. De bladen ervan kunt u altijd verwijderen.",
    unknownSheets:
      "Geen blad heeft een naam die zegt wat erop staat. “Kolommen toewijzen” zegt waar de contracten, de prijzen en het verbruik staan.",
    table: "Tabel",
    sheet: "Blad",
    rows: "Rijen",
    columns: "Kolommen",
    columnsOf: (found, needed) => `${found} van ${needed}`,
    missing: (titles) => `Ontbreekt: ${titles}`,
    notFound: "Niet gevonden",
    unused: (titles) => `Niet in deze werkmap, en niet nodig: ${titles}.`,
    map: "Kolommen toewijzen",
    period: "Periode",
    periodBilled: (period) => `${period} · gefactureerd`,
    usageRows: (count) => counted(count, "verbruiksrij", "verbruiksrijen"),
    noPeriods: (reason = "") =>
      `Geen verbruik noemt een periode${reason === "" ? "" : `: ${reason}`}. Typ er een, zoals 2026-10.`,
    otherPeriod: "Andere periode…",
    typedPeriod: "Andere periode",
    periodForms: "Een maand, 2026-Q4, 2026 of 2026-10-05..2026-11-04",
    periodExample: "2026-10",
    badPeriod:
      "Dit is geen periode. Schrijf een maand als 2026-10, een kwartaal als 2026-Q4, een jaar of twee dagen met .. ertussen.",
    mapOne: "Toewijzen",
    iKnow: "Ik weet het",
    asOf: "Per",
    numbers: "Definitieve nummers geven",
    numbersHint: "Zonder zijn facturen concepten, die de volgende run vervangt.",
    sheetLimit: "Opgemaakte facturen",
    sheetLimitHint: "Bladen om af te drukken, één per factuur; hoogstens zoveel.",
    preparedBy: "Opgesteld door",
    preparedByHint: "Uw naam, voor het Run log.",
    usageFiles: "Verbruiksbestanden",
    addFiles: "Verbruiksbestanden toevoegen",
    dropUsage:
      "of zet ze hier neer: CSV, ook ingepakt (.csv.gz). Ze worden met de rijen van Usage gefactureerd.",
    usageFile: "Verbruiksbestanden",
    isCopied: "· de rijen worden in Usage geschreven",
    isLeft: "· gefactureerd waar het staat",
    removeFile: (name) => `${name} weglaten`,
    lastRun: "Laatste run",
    lastRunWas: (period, count) => `${period}, ${invoices(count)} geschreven.`,
    needs: (obstacle) => `Voor de controle: ${obstacle}`,
  }),
  pair(check, {
    title: "Controle",
    errors: (count) => counted(count, "fout", "fouten"),
    warnings: (count) => counted(count, "waarschuwing", "waarschuwingen"),
    held: (count) => `${invoices(count)} aangehouden`,
    clean: "Niets is fout. Elke rij is verantwoord.",
    issues: "Problemen",
    show: "Tonen",
    showAllIssues: "Alle problemen",
    showOnly: { error: "Fouten", warning: "Waarschuwingen" },
    find: "Probleem zoeken",
    findHint: "Cel of woorden",
    noneShown: "Geen probleem is zo.",
    column: (sheet, letters) => `${sheet}, kolom ${letters}`,
    atStake: (money) => `het gaat om ${money}`,
    totals: "Controletotalen",
    totalsWhy: "Wat er van elke verbruiksrij is geworden. Niets is weggelaten.",
    rowsRead: rows,
    fate: "Bestemming",
    rows: "Rijen",
    quantity: "Hoeveelheid",
    preview: "Voorbeeld van de facturen",
  }),
  pair(preview, {
    title: "Voorbeeld",
    totals: "Totalen",
    makeUp: (count, net, tax) => `${invoices(count)} · netto ${net} + belasting ${tax}`,
    nothing: "In deze periode is niets te factureren.",
    changes: "Verandering ten opzichte van de vorige periode",
    isFirst: "eerste factuur",
    firstBill: "Eerste facturering: er zijn geen eerdere facturen om mee te vergelijken.",
    isHeld: "een factuur is aangehouden",
    change: (before, now) => `${before} → ${now}`,
    list: "Facturen",
    writes: "Wat er geschreven wordt",
    unformatted: (count) =>
      `${counted(count, "factuur krijgt", "facturen krijgen")} geen opgemaakt blad. Vraag er meer onder Bladen.`,
    actions: { new: "nieuw", replaced: "vervangen", removed: "verwijderd", extended: "rijen toegevoegd" },
    upToDate: "De werkmap toont dit al precies. Er is niets te schrijven.",
    undoOf: {
      excel:
        "Excel vergeet zijn eigen stappen als een invoegtoepassing zoveel schrijft. “Deze run ongedaan maken” blijft mogelijk tot u wijzigt wat is geschreven.",
      file: "Het geopende bestand wordt niet gewijzigd. “Werkmap downloaden” geeft u het nieuwe.",
    },
    write: "Facturen schrijven",
  }),
  pair(done, {
    title: "Klaar",
    written: (count, sheetCount) =>
      `${invoices(count)} op ${counted(sheetCount, "blad", "bladen")} geschreven`,
    actions: { created: "gemaakt", changed: "gewijzigd", removed: "verwijderd" },
    held: (count) => `${counted(count, "factuur wacht", "facturen wachten")} tot fouten zijn hersteld.`,
    goTo: "Naar de facturen",
    reconcile: "Afstemmen",
    again: "Opnieuw beginnen",
  }),
  pair(mapping, {
    title: "Kolommen toewijzen",
    lead: "Welke kolom van uw blad wat bevat. Uw keuze blijft in de werkmap.",
    table: "Tabel",
    sheet: "Blad",
    chooseSheet: "Kiezen…",
    noLikelySheet: (role) => `Geen blad lijkt op ${role}. Kies het juiste.`,
    notRead: "Niet gelezen",
    readAs: (shown, read) => `${shown} wordt gelezen als ${read}`,
    noSample: "Nog geen waarde",
    good: (count) => `${count} goed`,
    bad: (count) => `${count} niet leesbaar`,
    firstBad: "de eerste",
    save: "Toewijzing opslaan",
    isMissing: "Kies de kolom hiervoor; de controle heeft hem nodig.",
  }),
];
